package io.tidemark.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Draws graphs with the program {@code dot}. */
final class Graphviz {
    private Graphviz() {}

    /**
     * Draws a graph. What {@code dot} complains of goes to our standard error.
     *
     * @param graph the graph in the language of Graphviz
     * @param format such as {@code svg}
     */
    static byte[] draw(byte[] graph, String format) throws IOException, CommandException {
        Process dot = start(format);
        Thread feeder = new Thread(() -> feed(dot, graph), "dot-input");
        feeder.start();
        try (InputStream drawn = dot.getInputStream()) {
            byte[] picture = drawn.readAllBytes();
            int status = dot.waitFor();
            feeder.join();
            if (status != 0) {
                throw new CommandException("dot -T" + format + " failed with status " + status);
            }
            return picture;
        } catch (InterruptedException e) {
            dot.destroy();
            Thread.currentThread().interrupt();
            throw new CommandException("dot was interrupted");
        }
    }

    private static Process start(String format) throws CommandException {
        try {
            return new ProcessBuilder(List.of("dot", "-T" + format))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new CommandException(
                    "dot can't be started: graphs are drawn by Graphviz, which seems not to be installed"
                            + " (the command dot prints the graph undrawn)");
        }
    }

    private static void feed(Process dot, byte[] graph) {
        try (OutputStream in = dot.getOutputStream()) {
            in.write(graph);
        } catch (IOException e) {
            // dot has ended before it read everything: its exit status says why
        }
    }
}
