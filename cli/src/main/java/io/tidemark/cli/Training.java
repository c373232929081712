package io.tidemark.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The run that the launcher records: it does what people do most, so that the classes of those
 * commands (and, from Java 25 on, what the JVM learnt about their methods) start from an archive.
 *
 * <p>A class that is not loaded here still works; it only loads more slowly.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : commands(Path.of(args[0]))) {
            new Main(nowhere, nowhere).run(command.toArray(String[]::new));
        }
    }

    /** The command lines to run; {@code examples} holds profiles that they may read. */
    static List<List<String>> commands(Path examples) {
        return List.of(List.of("version"), List.of("help"));
    }
}
