package io.tidemark.cli.console;

/** The statuses that commands exit with. */
public final class Status {
    /** Done, and nothing found. */
    public static final int OK = 0;
    /** Done, and something found that needs repair. */
    public static final int FOUND = 1;
    /** A command line that can't be understood, or an output that can't be written. */
    public static final int USAGE = 2;
    /** A target or an input that could not be read. */
    public static final int UNREADABLE = 3;

    private Status() {}
}
