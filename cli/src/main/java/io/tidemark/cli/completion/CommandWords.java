package io.tidemark.cli.completion;

import java.util.Comparator;
import java.util.List;

/**
 * The words of a command line that belong to one command.
 *
 * @param name such as {@code diagnose}, or {@code signatures list} for a command of a command
 * @param help what it does, in a line
 * @param flags in the order of their names
 * @param arguments what its arguments can be, as far as that is known
 * @param takesFiles whether its arguments can be files
 */
public record CommandWords(String name, String help, List<Word> flags, List<Word> arguments, boolean takesFiles) {
    public CommandWords {
        flags = flags.stream().sorted(Comparator.comparing(Word::text)).toList();
        arguments = List.copyOf(arguments);
    }

    /** Whether it stands below another command. */
    boolean isInner() {
        return name.indexOf(' ') >= 0;
    }

    /** Whether others stand below it. */
    boolean isOuter(List<CommandWords> all) {
        return all.stream().anyMatch(other -> other.name.startsWith(name + " "));
    }
}
