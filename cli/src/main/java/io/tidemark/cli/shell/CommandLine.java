package io.tidemark.cli.shell;

import io.tidemark.analysis.view.GoLiteral;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.command.Request;
import io.tidemark.cli.flag.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands as they are typed. What follows the command holds for it alone:
 *
 * <pre>
 * top10                     the first ten
 * top 5 -cum http -runtime  five, sorted by cum, with http and without runtime in their stacks
 * list main\.parse > f      the source of functions, into a file
 * </pre>
 */
final class CommandLine {
    private static final int TOP_IN_SHELL = 10;

    private final List<String> words;
    private int next;
    private View view;
    private String focus = "";
    private String ignore = "";

    private CommandLine(List<String> words, View view) {
        this.words = words;
        this.view = view;
    }

    /**
     * Reads a command.
     *
     * @param words the command and its arguments; at least one
     * @param view the settings of the shell
     */
    static Request parse(List<String> words, View view) throws CommandException {
        Command command = Command.named(words.get(0));
        if (command != null) {
            return new CommandLine(words, view).read(command);
        }
        String name = withoutDigits(words.get(0));
        command = Command.named(name);
        if (command == null) {
            throw unknown(words, name);
        }
        List<String> split = new ArrayList<>(words);
        split.set(0, name);
        split.add(1, words.get(0).substring(name.length()));
        return new CommandLine(split, view).read(command);
    }

    private Request read(Command command) throws CommandException {
        next = 1;
        String function = null;
        if (command.needsArgument()) {
            if (words.size() == 1) {
                throw new CommandException(command.label() + ": no function (expected "
                        + command.usage().lines(command.label()).get(0) + ")");
            }
            function = words.get(next++);
        }
        while (next < words.size()) {
            argument(words.get(next++));
        }
        boolean isOfLabels = command == Command.TAGS;
        set(isOfLabels ? Setting.TAGFOCUS : Setting.FOCUS, focus);
        set(isOfLabels ? Setting.TAGIGNORE : Setting.IGNORE, ignore);
        if (command.isTop() && view.integer(Setting.NODECOUNT) == -1) {
            view = view.with(Setting.NODECOUNT, (long) TOP_IN_SHELL);
        }
        return new Request(command, function, view);
    }

    private void argument(String word) throws CommandException {
        Long number = number(word);
        if (number != null) {
            view = view.with(Setting.NODECOUNT, number.longValue());
        } else if (word.startsWith(">")) {
            view = view.with(Setting.OUTPUT, word.length() > 1 ? word.substring(1) : file());
        } else if (word.startsWith("|")) { // as an expression it would match everything
            throw new CommandException("|: no pipes here (expected >FILE; outside of this shell: tidemark pprof -"
                    + words.get(0) + " SOURCE | ...)");
        } else if (word.equals("-cum") || word.equals("--cum")) {
            view = view.with(Setting.SORT, "cum");
        } else if (word.startsWith("-")) {
            ignore = either(ignore, word.substring(1));
        } else {
            focus = either(focus, word);
        }
    }

    private String file() throws CommandException {
        if (next == words.size()) {
            throw new CommandException(">: no file (expected its name after it)");
        }
        return words.get(next++);
    }

    private void set(Setting setting, String expression) {
        if (!expression.isEmpty()) {
            view = view.with(setting, expression);
        }
    }

    private static String either(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "|" + other;
    }

    /** A number of 32 bits, or null. */
    private static @Nullable Long number(String word) {
        try {
            long number = GoLiteral.decimal(word);
            return number == (int) number ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String withoutDigits(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return end == 0 ? name : name.substring(0, end);
    }

    /** What a line can begin with. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("help", "options", "quit", "exit"));
        Command.ALL.forEach(command -> names.add(command.label()));
        Setting.ALL.forEach(setting -> names.add(setting.label()));
        return names;
    }

    private static CommandException unknown(List<String> words, String name) {
        if (Setting.named(name) != null) {
            return new CommandException("did you mean: " + name + "=" + (words.size() > 1 ? words.get(1) : "<val>"));
        }
        String nearest = Nearest.of(name, names());
        return new CommandException("unrecognized command: \"" + name + "\" "
                + (nearest == null ? "(help lists all)" : "(did you mean " + nearest + "?)"));
    }
}
