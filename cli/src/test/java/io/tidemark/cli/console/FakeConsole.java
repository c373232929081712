package io.tidemark.cli.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A console in memory. */
public final class FakeConsole implements Surroundings {
    private final Set<Stream> terminals = EnumSet.noneOf(Stream.class);
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    /** A console where someone types some text. */
    public FakeConsole(String typed) {
        this.console = new Console(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out, err, this);
    }

    /** A console whose standard output goes elsewhere. */
    public FakeConsole(OutputStream elsewhere) {
        this.console = new Console(new ByteArrayInputStream(new byte[0]), elsewhere, err, this);
    }

    /** Makes a stream a terminal. */
    public FakeConsole terminal(Stream stream) {
        terminals.add(stream);
        return this;
    }

    /** Sets a variable of the environment. */
    public FakeConsole environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Console console() {
        return console;
    }

    /** What was written to standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was written to standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public int width() {
        return Integer.parseInt(environment.getOrDefault("COLUMNS", "80"));
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** What a write to standard output throws when its reader has gone. */
    public static IOException closed() {
        return new ClosedOutputException(new IOException("Broken pipe"));
    }
}
