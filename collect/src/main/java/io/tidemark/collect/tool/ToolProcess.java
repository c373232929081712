package io.tidemark.collect.tool;

import io.tidemark.model.profile.Utf8;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs as a child and prints lines, by itself or when it is asked. What it says on standard error is not
 * heard.
 *
 * <pre>{@code
 * try (ToolProcess tool = ToolProcess.start(List.of("addr2line", "-e", "app"), Duration.ofSeconds(30))) {
 *     tool.ask("0x401000");
 *     Optional<String> line = tool.readLine();
 * }
 * }</pre>
 *
 * <p>A line that does not come in time ends the program, so a reader waits no longer than its patience. Nothing is left
 * running when it is closed. It is for one thread, except that {@link #ask} may be called by another than {@link #readLine}.
 */
public final class ToolProcess implements Closeable {
    private static final int MAX_LINE = 1 << 20;
    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration TIME_TO_END = Duration.ofSeconds(1);

    private final String name;
    private final Process process;
    private final Duration patience;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 13];
    private int next;
    private int limit;
    private byte[] line = new byte[256];
    private volatile long deadlineToAsk = NEVER; // of System.nanoTime
    private volatile long deadlineToRead = NEVER;
    private volatile boolean isLate;

    private ToolProcess(String name, Process process, Duration patience) {
        this.name = name;
        this.process = process;
        this.patience = patience;
        this.in = process.getInputStream();
        this.out = process.getOutputStream();
    }

    /**
     * Starts a program.
     *
     * @param command the program and its arguments
     * @param patience how long to wait for a line
     * @throws IOException when it can't be started
     */
    public static ToolProcess start(List<String> command, Duration patience) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String path = command.get(0);
        ToolProcess tool = new ToolProcess(path.substring(path.lastIndexOf('/') + 1), process, patience);
        Thread watch = new Thread(tool::watch, "watch " + tool.name);
        watch.setDaemon(true);
        watch.start();
        return tool;
    }

    /** Kills the program when it is late. A blocked read can't be interrupted; it ends with the program. */
    private void watch() {
        long interval = Math.max(1, Math.min(500, patience.toMillis() / 4));
        try {
            while (!process.waitFor(interval, TimeUnit.MILLISECONDS)) {
                if (isOver(deadlineToAsk) || isOver(deadlineToRead)) {
                    isLate = true;
                    kill();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private static boolean isOver(long deadline) {
        return deadline != NEVER && System.nanoTime() - deadline > 0;
    }

    /** Kills it with all that it started, which may hold the other end of the pipe. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Writes a line to the program.
     *
     * @throws IOException when it has ended, or does not read
     */
    public void ask(String question) throws IOException {
        deadlineToAsk = System.nanoTime() + patience.toNanos();
        try {
            out.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw isLate ? late() : new IOException(name + " has ended", e);
        } finally {
            deadlineToAsk = NEVER;
        }
    }

    /** Tells the program that nothing more will be asked. */
    public void endQuestions() throws IOException {
        out.close();
    }

    /**
     * The next line that it prints, without the end of the line; nothing when it has printed all.
     *
     * @throws IOException when it is late, or the line is longer than a megabyte
     */
    public Optional<String> readLine() throws IOException {
        int length = 0;
        deadlineToRead = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                if (next == limit && !fill()) {
                    break;
                }
                byte b = buffer[next++];
                if (b == '\n') {
                    return Optional.of(Utf8.decode(line, 0, length));
                }
                if (length == line.length) {
                    if (length >= MAX_LINE) {
                        throw new IOException(name + " printed a line of more than " + MAX_LINE + " bytes");
                    }
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = b;
            }
        } finally {
            deadlineToRead = NEVER;
        }
        if (isLate) {
            throw late();
        }
        return length == 0 ? Optional.empty() : Optional.of(Utf8.decode(line, 0, length));
    }

    private IOException late() {
        return new IOException(name + " did not answer within " + patience.toSeconds() + " s");
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        next = 0;
        limit = Math.max(0, count);
        return count > 0;
    }

    /**
     * Waits for the end of a program that has printed all.
     *
     * @throws IOException when it fails
     */
    public void finish() throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new IOException(name + " did not end within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + ": interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(name + ": exit status " + process.exitValue());
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
