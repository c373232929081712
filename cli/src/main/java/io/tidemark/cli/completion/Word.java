package io.tidemark.cli.completion;

/**
 * A word that can be completed.
 *
 * @param name the word: a command, or a flag without its dash
 * @param help what it is, in a line
 * @param takesValue whether it is a flag with a value
 */
public record Word(String name, String help, boolean takesValue) {
    /** A command. */
    public static Word command(String name, String help) {
        return new Word(name, help, false);
    }

    /** A flag with the first line of its help. */
    public static Word flag(String name, String help, boolean takesValue) {
        int end = help.indexOf('\n');
        return new Word(name, end < 0 ? help : help.substring(0, end), takesValue);
    }
}
