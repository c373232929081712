package io.tidemark.cli.shell;

import io.tidemark.analysis.view.Setting;
import io.tidemark.cli.command.Command;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can stand where the cursor is: commands and settings at the start of a line, values after {@code =}, names for {@code
 * help}, files after {@code >}, and function names everywhere else.
 */
final class Suggestions {
    private static final List<String> OWN_COMMANDS = List.of("help", "o", "options", "q", "quit", "exit");
    private static final List<String> UNITS =
            List.of("minimum", "auto", "B", "kB", "MB", "GB", "TB", "ns", "us", "ms", "s", "hrs");

    private final Profile profile;
    private final Shortcuts shortcuts;

    Suggestions(Profile profile) {
        this.profile = profile;
        this.shortcuts = Shortcuts.of(profile);
    }

    /**
     * What one word can become.
     *
     * @param text the whole word, such as {@code sample_index=inuse_space}
     * @param shown what a list of choices shows
     * @param group what sort of word it is
     * @param isComplete whether the word ends there, so that a space can follow
     */
    record Suggestion(String text, String shown, String group, boolean isComplete) {}

    /** Whether the name of a file is expected, in which case the start of the word up to here is not part of it. */
    int filePrefix(List<String> words, String word) {
        if (words.isEmpty()) {
            return word.startsWith("output=") ? "output=".length() : -1;
        }
        if (Command.named(words.get(0)) == null) {
            return -1;
        }
        boolean isAfterArrow = words.get(words.size() - 1).equals(">");
        return isAfterArrow ? 0 : word.startsWith(">") ? 1 : -1;
    }

    /**
     * What a word can become, in order.
     *
     * @param words the words before it
     * @param word as much of it as stands before the cursor
     */
    List<Suggestion> of(List<String> words, String word) {
        List<Suggestion> found = new ArrayList<>();
        if (words.isEmpty()) {
            int equals = word.indexOf('=');
            Setting setting = equals < 0 ? null : Setting.named(word.substring(0, equals));
            if (equals < 0) {
                addFirstWords(found);
            } else if (setting != null) {
                addValues(setting, word.substring(0, equals + 1), word, found);
            }
        } else if (words.get(0).equals("help")) {
            addHelpTopics(found);
        } else if (Command.named(words.get(0)) != null) {
            addFunctions(word.startsWith("-") ? "-" : "", word, found);
            if (Command.named(words.get(0)) == Command.TOP && "-cum".startsWith(word)) {
                found.add(new Suggestion("-cum", "-cum", "order", true));
            }
        }
        return found;
    }

    private void addFirstWords(List<Suggestion> found) {
        for (Command command : Command.ALL) {
            add(command.label(), "commands", found);
        }
        for (String own : OWN_COMMANDS) {
            add(own, "commands", found);
        }
        for (Setting setting : Setting.ALL) {
            found.add(new Suggestion(setting.label() + "=", setting.label(), "settings", false));
        }
        for (String shortcut : shortcuts.names()) {
            add(shortcut, "shortcuts", found);
        }
    }

    private static void add(String name, String group, List<Suggestion> found) {
        found.add(new Suggestion(name, name, group, true));
    }

    private static void addHelpTopics(List<Suggestion> found) {
        for (Command command : Command.ALL) {
            add(command.label(), "commands", found);
        }
        for (Setting setting : Setting.ALL) {
            add(setting.label(), "settings", found);
            for (Setting.Choice choice : setting.choices()) {
                add(choice.name(), "settings", found);
            }
        }
    }

    private void addValues(Setting setting, String prefix, String word, List<Suggestion> found) {
        for (String value : values(setting)) {
            found.add(new Suggestion(prefix + value, value, "values", true));
        }
        switch (setting) {
            case FOCUS, IGNORE, HIDE, SHOW, SHOW_FROM, PRUNE_FROM -> addFunctions(prefix, word, found);
            default -> {} // nothing that could be guessed
        }
    }

    private List<String> values(Setting setting) {
        List<String> values = new ArrayList<>();
        for (Setting.Choice choice : setting.choices()) {
            values.add(choice.name());
        }
        switch (setting) {
            case SAMPLE_INDEX -> {
                for (ValueType type : profile.sampleTypes()) {
                    values.add(type.type());
                }
            }
            case UNIT -> values.addAll(UNITS);
            default -> {
                if (setting.kind() == Setting.Kind.BOOL) {
                    values.addAll(List.of("true", "false"));
                }
            }
        }
        return values;
    }

    /** Functions whose names contain the word, as expressions that match them and no more than must be. */
    private void addFunctions(String prefix, String word, List<Suggestion> found) {
        String part = unquoted(word.substring(prefix.length()));
        SortedSet<String> names = new TreeSet<>();
        Functions functions = profile.functions();
        for (int i = 0; i < functions.size(); i++) {
            String name = functions.name(i);
            if (!name.isEmpty() && name.contains(part)) {
                names.add(name);
            }
        }
        for (String name : names) {
            found.add(new Suggestion(prefix + quoted(name), name, "functions", true));
        }
    }

    /** A name as an expression; white space, which would end the word, becomes a dot. */
    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(Character.isWhitespace(c) ? '.' : c);
        }
        return quoted.toString();
    }

    private static String unquoted(String expression) {
        return expression.replace("\\", "");
    }
}
