package io.tidemark.cli.flag;

/**
 * A flag that a command knows.
 *
 * @param name the name, without a dash
 * @param kind what its value is
 * @param argument what its value is called in the help, or empty
 * @param help what it does: a line, or a line and details
 */
public record Flag(String name, Kind kind, String argument, String help) {
    /** What the value of a flag is. */
    public enum Kind {
        /** True or false; the name alone is true, and the next argument is not its value. */
        BOOL,
        /** A whole number of 64 bits, in any base. */
        INT,
        FLOAT,
        TEXT,
        /** A text that counts each time that it is given; of all others the last one counts. */
        LIST
    }
}
