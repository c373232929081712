package io.tidemark.cli.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code go tool pprof}, when Go is installed. */
final class Peer {
    /** What a run printed on standard output, and whether it went well. */
    record Outcome(boolean ok, String out) {}

    private final List<String> command;

    private Peer(List<String> command) {
        this.command = command;
    }

    /** Whether there is a Go, with a pprof in it. */
    static boolean isInstalled() {
        try {
            return run(List.of("go", "tool", "-n", "pprof"), Path.of("")).ok();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Finds the program behind {@code go tool pprof}, which starts faster than the go command. */
    static Peer find() {
        return new Peer(List.of(
                run(List.of("go", "tool", "-n", "pprof"), Path.of("")).out().strip()));
    }

    Outcome run(Path directory, List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        return run(line, directory);
    }

    /** Runs any program, in UTC. */
    static Outcome run(List<String> line, Path directory) {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(directory.toAbsolutePath().toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(line + " does not end");
            }
            return new Outcome(process.exitValue() == 0, new String(out, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
