package io.tidemark.cli;

import io.tidemark.cli.compare.CompareCommand;
import io.tidemark.cli.completion.CompletionScript;
import io.tidemark.cli.completion.Word;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.diagnose.DiagnoseCommand;
import io.tidemark.cli.flag.Flag;
import io.tidemark.cli.memory.MemoryCommand;
import io.tidemark.cli.pprof.Flags;
import io.tidemark.cli.pprof.PprofCommand;
import io.tidemark.cli.record.RecordCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The entry point: picks the command, runs it and turns its outcome into the exit status. */
public final class Main {
    private static final int OK = 0;
    private static final int USAGE = 2;

    private final Console console;

    Main(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        int status = new Main(Console.ofProcess()).run(args);
        if (status != OK) {
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
            return USAGE;
        } catch (StackOverflowError | OutOfMemoryError e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return USAGE;
        } catch (RuntimeException e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return USAGE;
        }
    }

    private int carryOut(List<String> args) throws IOException {
        if (args.isEmpty()) {
            return usage("no command");
        }
        Subcommand command = Subcommand.named(args.get(0));
        if (command == null) {
            return usage("unknown command: " + args.get(0));
        }
        List<String> rest = args.subList(1, args.size());
        boolean isHelp = rest.size() == 1 && List.of("-h", "-help", "--help").contains(rest.get(0));
        if (isHelp && command != Subcommand.HELP) {
            return help(List.of(command.label()));
        }
        return switch (command) {
            case PPROF -> new PprofCommand(console).run(rest);
            case DIAGNOSE -> new DiagnoseCommand(console).run(rest);
            case RECORD -> new RecordCommand(console).run(rest);
            case COMPARE -> new CompareCommand(console).run(rest);
            case MEMORY -> new MemoryCommand(console).run(rest);
            case COMPLETION -> completion(rest);
            case HELP -> help(rest);
            case VERSION -> version();
        };
    }

    private int help(List<String> topic) throws IOException {
        if (topic.isEmpty()) {
            console.print(overview());
            return OK;
        }
        Subcommand command = Subcommand.named(topic.get(0));
        if (command == Subcommand.PPROF) {
            return new PprofCommand(console).run(List.of("-help"));
        }
        if (command == Subcommand.DIAGNOSE) {
            return new DiagnoseCommand(console).run(List.of("--help"));
        }
        if (command == Subcommand.RECORD) {
            return new RecordCommand(console).run(List.of("--help"));
        }
        if (command == Subcommand.COMPARE) {
            return new CompareCommand(console).run(List.of("--help"));
        }
        if (command == Subcommand.MEMORY) {
            return new MemoryCommand(console).run(List.of("--help"));
        }
        if (command == null) {
            return usage("unknown command: " + topic.get(0));
        }
        console.print("tidemark " + command.label() + ": " + command.help() + "\n");
        if (command == Subcommand.COMPLETION) {
            console.print(CompletionScript.INSTALL);
        }
        return OK;
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
        return text.toString();
    }

    /** Prints the script for a shell of the user. */
    private int completion(List<String> shells) throws IOException {
        for (CompletionScript script : CompletionScript.ALL) {
            if (shells.size() == 1 && shells.get(0).equals(script.shell())) {
                List<Word> commands = new ArrayList<>();
                for (Subcommand command : Subcommand.ALL) {
                    commands.add(Word.command(command.label(), command.help()));
                }
                List<Word> flags = new ArrayList<>();
                for (Flag flag : Flags.all()) {
                    flags.add(Word.flag(flag.name(), flag.help(), flag.kind() != Flag.Kind.BOOL));
                }
                console.print(script.with(commands, flags));
                return OK;
            }
        }
        console.warn("tidemark: completion: '" + String.join(" ", shells) + "' (expected bash, zsh or fish)");
        return USAGE;
    }

    /** Prints, for example, {@code tidemark 0.1.0 (Java 17.0.15, Linux amd64)}. */
    private int version() throws IOException {
        console.print("tidemark " + Version.current()
                + " (Java " + System.getProperty("java.version")
                + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ")\n");
        return OK;
    }

    private int usage(String problem) {
        console.warn("tidemark: " + problem);
        console.say(overview());
        return USAGE;
    }
}
