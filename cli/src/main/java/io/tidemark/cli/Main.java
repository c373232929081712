package io.tidemark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point: picks the command, runs it and turns its outcome into the exit status. */
public final class Main {
    private static final int OK = 0;
    private static final int USAGE = 2;

    private static final String HELP = """
            Usage: tidemark COMMAND [ARGUMENTS]

              help       show this text
              version    show the version of Tidemark and of the Java runtime
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        // Output is UTF-8 whatever the locale says, as that of the tools beside it is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new Main(out, err).run(args);
        out.flush();
        System.exit(status);
    }

    int run(String... args) {
        String command = args.length == 0 ? "" : args[0];
        return switch (command) {
            case "help", "-h", "-help", "--help" -> help();
            case "version", "-version", "--version" -> version();
            case "" -> usage("no command");
            default -> usage("unknown command: " + command);
        };
    }

    private int help() {
        out.print(HELP);
        return OK;
    }

    /** Prints, for example, {@code tidemark 0.1.0 (Java 17.0.15, Linux amd64)}. */
    private int version() {
        out.println("tidemark " + Version.current()
                + " (Java " + System.getProperty("java.version")
                + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ")");
        return OK;
    }

    private int usage(String problem) {
        err.println("tidemark: " + problem);
        err.print(HELP);
        return USAGE;
    }
}
