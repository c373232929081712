package io.tidemark.lab.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** Starts {@code lab/score/run}. */
@Command(
        name = "lab/score/run",
        description = "Observes the programs of the lab, diagnoses them, and compares the answers with the truth.",
        mixinStandardHelpOptions = true,
        subcommands = {RecordCommand.class, ReplayCommand.class, LiveCommand.class})
public final class Main {
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintWriter errors, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setErr(errors);
        line.registerConverter(Duration.class, Main::duration);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof IllegalArgumentException) {
                command.getErr().println("lab/score/run: " + problem.getMessage());
                return USAGE;
            }
            if (problem instanceof IOException) {
                boolean isMissing = problem instanceof NoSuchFileException;
                command.getErr().println("lab/score/run: " + problem.getMessage() + (isMissing ? ": not there" : ""));
                return FAILED;
            }
            throw problem;
        });
        return line.execute(arguments);
    }

    /** Such as {@code 60s} or {@code 1m30s}. */
    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(text + " (expected a duration such as 60s or 2m)");
        }
    }

    /** The checkout of the repository: the script names it, and tests run in the directory of the module. */
    static Path repository() {
        return Path.of(System.getProperty("tidemark.root", "../.."));
    }
}
