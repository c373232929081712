package io.tidemark.cli.completion;

import java.util.List;

/**
 * A word that can be completed.
 *
 * @param name the word: a command, or a flag without its dash
 * @param help what it is, in a line
 * @param takesValue whether it is a flag with a value
 * @param values what the value can be, as far as that is known
 */
public record Word(String name, String help, boolean takesValue, List<String> values) {
    public Word {
        values = List.copyOf(values);
    }

    /** A command. */
    public static Word command(String name, String help) {
        return new Word(name, help, false, List.of());
    }

    /** A flag with the first line of its help. */
    public static Word flag(String name, String help, boolean takesValue) {
        int end = help.indexOf('\n');
        String line = end < 0 ? help : help.substring(0, end);
        return new Word(name, line, takesValue, takesValue ? UsualValues.of(name) : List.of());
    }
}
