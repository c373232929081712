package io.tidemark.cli.completion;

import java.util.List;

/**
 * A word that can be completed.
 *
 * @param text the word: a command, a value, or a flag with its dashes
 * @param help what it is, in a line
 * @param takes what comes after it
 * @param values what that can be, as far as it is known
 */
public record Word(String text, String help, Takes takes, List<String> values) {
    /** What comes after a word. */
    public enum Takes {
        /** Nothing that belongs to it. */
        NOTHING,
        /** One of some values. */
        ONE_OF,
        FILE,
        /** The number of a process. */
        PROCESS,
        /** Something that can't be completed. */
        OTHER
    }

    public Word {
        values = List.copyOf(values);
    }

    /** A word by itself. */
    public static Word of(String text, String help) {
        return new Word(text, firstLine(help), Takes.NOTHING, List.of());
    }

    /** A flag with a value that is one of these. */
    public static Word oneOf(String text, String help, List<String> values) {
        return new Word(text, firstLine(help), Takes.ONE_OF, values);
    }

    /** A flag with a value. */
    public static Word taking(Takes takes, String text, String help) {
        return new Word(text, firstLine(help), takes, List.of());
    }

    private static String firstLine(String help) {
        int end = help.indexOf('\n');
        return end < 0 ? help : help.substring(0, end);
    }
}
