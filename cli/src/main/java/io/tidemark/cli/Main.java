package io.tidemark.cli;

import io.tidemark.cli.completion.CompletionScript;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.Nearest;
import io.tidemark.cli.pprof.PprofCommand;
import io.tidemark.cli.signatures.SignaturesCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The entry point: picks the command, runs it and turns its outcome into the exit status. */
public final class Main {
    private final Console console;

    Main(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        int status = new Main(Console.ofProcess()).run(args);
        if (status != Status.OK) {
            // Not for a status of 0, with which a JVM ends anyway: from Java 21 on, exit() looks for a logger first.
            System.exit(status);
        }
    }

    /** Runs a command line and returns its exit status. Nothing gets out of here but by it. */
    int run(String... args) {
        try {
            return carryOut(List.of(args));
        } catch (ClosedOutputException e) {
            return ClosedOutputException.STATUS;
        } catch (IOException e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return Status.USAGE;
        } catch (StackOverflowError | OutOfMemoryError e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return Status.USAGE;
        } catch (RuntimeException e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return Status.USAGE;
        }
    }

    private int carryOut(List<String> args) throws IOException {
        if (args.isEmpty() || args.get(0).isEmpty()) {
            console.warn("tidemark: no command");
            console.say(overview());
            return Status.USAGE;
        }
        Subcommand command = Subcommand.named(args.get(0));
        if (command == null) {
            return unknown(args);
        }
        List<String> rest = args.subList(1, args.size());
        boolean isHelp = rest.size() == 1 && List.of("-h", "-help", "--help").contains(rest.get(0));
        return switch (command) {
            case PPROF -> new PprofCommand(console).run(rest);
            case SIGNATURES -> new SignaturesCommand(console).run(rest);
            case COMPLETION -> isHelp ? brief(command) : new CompletionCommand(console).run(rest);
            case HELP -> isHelp ? brief(command) : help(rest);
            case VERSION -> isHelp ? brief(command) : version();
            case DIAGNOSE, COMPARE, RECORD, MEMORY ->
                command.optionCommand(console).run(rest);
        };
    }

    private int help(List<String> topic) throws IOException {
        if (topic.isEmpty()) {
            console.print(overview());
            return Status.OK;
        }
        List<String> question = new ArrayList<>(topic);
        question.add("-h");
        return carryOut(question);
    }

    private int brief(Subcommand command) throws IOException {
        console.print("tidemark " + command.label() + ": " + command.help() + "\n"
                + (command == Subcommand.COMPLETION ? CompletionScript.INSTALL : ""));
        return Status.OK;
    }

    private static String overview() {
        StringBuilder text = new StringBuilder("Usage: tidemark COMMAND [ARGUMENTS]\n\n");
        for (Subcommand command : Subcommand.ALL) {
            String gap = " ".repeat(13 - command.label().length());
            text.append("  ")
                    .append(command.label())
                    .append(gap)
                    .append(command.help())
                    .append('\n');
        }
        return text.append("""

                Examples:
                  tidemark diagnose http://localhost:6060     why a program's memory grows
                  tidemark pprof -top heap.pb.gz              where it is
                """).toString();
    }

    /** Says what was meant, as far as that can be guessed: another command, or one that was left out. */
    private int unknown(List<String> args) {
        String name = args.get(0);
        List<String> names = Subcommand.ALL.stream().map(Subcommand::label).toList();
        String nearest = Nearest.of(name.toLowerCase(Locale.ROOT), names);
        boolean isSource = name.contains("/") || name.contains(":") || name.contains(".");
        String hint = isSource
                ? "; did you mean tidemark diagnose " + name + "?"
                : nearest != null ? "; did you mean " + nearest + "?" : " (tidemark help shows all)";
        console.warn("tidemark: unknown command: " + name + hint);
        return Status.USAGE;
    }

    /** Prints, for example, {@code tidemark 0.1.0 (Java 17.0.15, Linux amd64)}. */
    private int version() throws IOException {
        console.print("tidemark " + Version.current()
                + " (Java " + System.getProperty("java.version")
                + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ")\n");
        return Status.OK;
    }
}
