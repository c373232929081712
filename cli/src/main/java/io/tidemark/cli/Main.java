package io.tidemark.cli;

import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.pprof.PprofCommand;
import java.io.IOException;
import java.util.List;

/** The entry point: picks the command, runs it and turns its outcome into the exit status. */
public final class Main {
    private static final int OK = 0;
    private static final int USAGE = 2;

    private static final String HELP = """
            Usage: tidemark COMMAND [ARGUMENTS]

              pprof      read, compare and show profiles: all that go tool pprof does, and more
              help       show this text, or the help of a command: tidemark help pprof
              version    show the version of Tidemark and of the Java runtime
            """;

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
        List<String> rest = args.subList(1, args.size());
        return switch (args.get(0)) {
            case "pprof" -> new PprofCommand(console).run(rest);
            case "help", "-h", "-help", "--help" -> help(rest);
            case "version", "-version", "--version" -> version();
            default -> usage("unknown command: " + args.get(0));
        };
    }

    private int help(List<String> topic) throws IOException {
        if (topic.isEmpty()) {
            console.print(HELP);
            return OK;
        }
        return topic.get(0).equals("pprof")
                ? new PprofCommand(console).run(List.of("-help"))
                : usage("no help on " + topic.get(0));
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
        console.say(HELP);
        return USAGE;
    }
}
