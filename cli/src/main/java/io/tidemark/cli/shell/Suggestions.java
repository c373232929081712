package io.tidemark.cli.shell;

import io.tidemark.analysis.view.Setting;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.completion.UsualValues;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can stand where the cursor is: commands and settings at the start of a line, values after {@code =}, names for {@code
 * help}, files after {@code >}, the keys of labels for {@code tags}, and function names everywhere else.
 */
final class Suggestions {
    private static final List<String> OWN_COMMANDS = List.of("help", "o", "options", "q", "quit", "exit");

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
        } else if (Command.named(words.get(0)) == Command.TAGS) {
            addEach(word.startsWith("-") ? "-" : "", expressions(labelKeys()), "labels", found);
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

    private static void addEach(String prefix, Collection<String> values, String group, List<Suggestion> found) {
        for (String value : values) {
            found.add(new Suggestion(prefix + value, value, group, true));
        }
    }

    private static void addHelpTopics(List<Suggestion> found) {
        for (String own : OWN_COMMANDS) {
            add(own, "commands", found);
        }
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
        addEach(prefix, values(setting), "values", found);
        switch (setting) {
            case SAMPLE_INDEX -> addEach(listed(prefix, word), sampleTypes(), "values", found);
            case TAGROOT, TAGLEAF -> addEach(listed(prefix, word), labelKeys(), "labels", found);
            case BY -> addEach(prefix, labelKeys(), "labels", found);
            case TAGSHOW, TAGHIDE -> addEach(prefix, expressions(labelKeys()), "labels", found);
            case TAGFOCUS, TAGIGNORE -> addLabels(prefix, found);
            case FOCUS, IGNORE, HIDE, SHOW, SHOW_FROM, PRUNE_FROM -> addFunctions(prefix, word, found);
            default -> {} // nothing that could be guessed
        }
    }

    private List<String> values(Setting setting) {
        List<String> values = new ArrayList<>();
        for (Setting.Choice choice : setting.choices()) {
            values.add(choice.name());
        }
        if (setting == Setting.UNIT) {
            values.addAll(UsualValues.of(setting.label()));
        } else if (setting.kind() == Setting.Kind.BOOL) {
            values.addAll(List.of("true", "false"));
        }
        return values;
    }

    /** The start of a list up to its last comma, after which the next value stands. */
    private static String listed(String prefix, String word) {
        return word.substring(0, Math.max(prefix.length(), word.lastIndexOf(',') + 1));
    }

    private List<String> sampleTypes() {
        List<String> names = new ArrayList<>();
        for (ValueType type : profile.sampleTypes()) {
            names.add(type.type());
        }
        return names;
    }

    private SortedSet<String> labelKeys() {
        SortedSet<String> keys = new TreeSet<>();
        for (LabelSet labels : profile.samples().labelSets()) {
            for (int i = 0; i < labels.textCount(); i++) {
                keys.add(labels.textKey(i));
            }
            for (int i = 0; i < labels.numberCount(); i++) {
                keys.add(labels.numberKey(i));
            }
        }
        return keys;
    }

    /** Labels as {@code key=value}, for numbers only {@code key=}, as what follows is mostly a range. */
    private void addLabels(String prefix, List<Suggestion> found) {
        SortedSet<String> texts = new TreeSet<>();
        SortedSet<String> numbers = new TreeSet<>();
        for (LabelSet labels : profile.samples().labelSets()) {
            for (int i = 0; i < labels.textCount(); i++) {
                texts.add(labels.textKey(i) + "=" + quoted(labels.textValue(i)));
            }
            for (int i = 0; i < labels.numberCount(); i++) {
                numbers.add(labels.numberKey(i) + "=");
            }
        }
        addEach(prefix, texts, "labels", found);
        for (String key : numbers) {
            found.add(new Suggestion(prefix + key, key, "labels", false));
        }
    }

    private static List<String> expressions(Collection<String> names) {
        List<String> expressions = new ArrayList<>();
        for (String name : names) {
            expressions.add(quoted(name));
        }
        return expressions;
    }

    /** Functions whose names contain the word, as expressions that match them and no more than must be. */
    private void addFunctions(String prefix, String word, List<Suggestion> found) {
        String typed = word.substring(prefix.length());
        String part = unquoted(typed);
        SortedSet<String> names = new TreeSet<>();
        Functions functions = profile.functions();
        for (int i = 0; i < functions.size(); i++) {
            String name = functions.name(i);
            if (!name.isEmpty() && name.contains(part)) {
                names.add(name);
            }
        }
        for (String name : names) {
            String text = isPlain(typed) && name.startsWith(part)
                    ? typed + quoted(name.substring(part.length()))
                    : quoted(name);
            found.add(new Suggestion(prefix + text, name, "functions", true));
        }
    }

    /** Whether what was typed can stay as it is, as its dots match dots and the rest is quoted. */
    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) == '\\') {
                i++;
                if (i == typed.length()) {
                    return false;
                }
            } else if ("+*?()|[]{}^$".indexOf(typed.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
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

    /** An expression without the backslashes: the name that somebody means who writes it. */
    static String unquoted(String expression) {
        return expression.replace("\\", "");
    }
}
