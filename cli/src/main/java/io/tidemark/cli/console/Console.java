package io.tidemark.cli.console;

import io.tidemark.model.profile.Utf8;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

/**
 * The standard streams. Results go to {@link #out}, everything else that is said goes to standard error, each message at
 * once and ended with a line.
 *
 * <p>It is safe for use by several threads as far as messages go.
 */
public final class Console {
    private static final String RED = "\033[0;31m";
    private static final String PLAIN = "\033[0m";
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20; // what is narrower is no terminal that somebody reads

    private final InputStream in;
    private final InterruptibleOutput out;
    private final OutputStream err;
    private final Surroundings surroundings;

    public Console(InputStream in, OutputStream out, OutputStream err, Surroundings surroundings) {
        this.in = in;
        this.out = new InterruptibleOutput(out);
        this.err = err;
        this.surroundings = surroundings;
    }

    /** The console of this process. */
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                new ProcessSurroundings());
    }

    public InputStream in() {
        return in;
    }

    /**
     * Standard output, not buffered; what is written to a terminal can't control it. Writing throws {@link
     * ClosedOutputException} when nobody reads it any more.
     */
    public OutputStream out() {
        return isTerminal(Stream.OUT) ? new LegibleOutput(out) : out;
    }

    /**
     * Makes writing to standard output fail with {@link InterruptedOutputException}, until {@link #resume}.
     *
     * @return whether it did so already, and nobody has looked since
     */
    public boolean interrupt() {
        return out.interrupt(true);
    }

    /** Lets standard output be written again. */
    public void resume() {
        out.interrupt(false);
    }

    /** Writes text of our own to standard output, as it is. */
    public void print(String text) throws IOException {
        out.write(Utf8.encode(text));
        out.flush();
    }

    /** Tells the user something on standard error. */
    public void say(String message) {
        write(Utf8.encode(legible(line(message))));
    }

    /** Tells the user of a problem on standard error, in red where that is a terminal. */
    public void warn(String message) {
        String text = legible(line(message));
        write(Utf8.encode(hasColours(Stream.ERR) ? RED + text.substring(0, text.length() - 1) + PLAIN + "\n" : text));
    }

    /** Writes to standard error as it is, for what draws on a terminal. */
    public void draw(String text) {
        write(Utf8.encode(text));
    }

    /** Whether a standard stream is a terminal. */
    public boolean isTerminal(Stream stream) {
        return surroundings.isTerminal(stream);
    }

    /** The value of a variable of the environment, or the empty text. */
    public String environment(String name) {
        return environment().getOrDefault(name, "");
    }

    /** The variables of the environment. */
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    /** How many columns there are for text: those of the terminal, or 80 where a stream is none. */
    public int width(Stream stream) {
        return isTerminal(stream) ? Math.max(LEAST_WIDTH, surroundings.width()) : USUAL_WIDTH;
    }

    /** The time zone that times are shown in. */
    public ZoneId zone() {
        return surroundings.zone();
    }

    /** Whether a stream may have colours: on a terminal that can show them, unless NO_COLOR says no. */
    public boolean hasColours(Stream stream) {
        return isTerminal(stream)
                && environment("NO_COLOR").isEmpty()
                && !environment("TERM").equals("dumb");
    }

    private synchronized void write(byte[] bytes) {
        try {
            err.write(bytes);
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // standard error is gone, so there is nobody to tell
        }
    }

    private static String line(String message) {
        return message.endsWith("\n") ? message : message + "\n";
    }

    /** A text in which what would control the terminal is a question mark: names come from strangers. */
    public static String legible(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0)) {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.setCharAt(i, '?');
            }
        }
        return kept == null ? text : kept.toString();
    }
}
