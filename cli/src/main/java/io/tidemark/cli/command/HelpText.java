package io.tidemark.cli.command;

import io.tidemark.analysis.view.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of the help that the command line and the shell have in common, from the tables of both. */
public final class HelpText {
    private static final int NAME_WIDTH = 22;

    private HelpText() {}

    /** All commands by name, one a line, each name after a prefix. */
    public static String commands(String prefix) {
        List<Command> sorted = new ArrayList<>(Command.ALL);
        sorted.sort(Comparator.comparing(Command::label));
        StringBuilder text = new StringBuilder();
        for (Command command : sorted) {
            text.append(line(prefix + command.label(), command.help()));
        }
        return text.toString();
    }

    /** All settings by name, one a line, then the groups of those of which one can be chosen. */
    public static String settings(String prefix) {
        List<Setting> sorted = new ArrayList<>(Setting.ALL);
        sorted.sort(Comparator.comparing(Setting::label));
        StringBuilder single = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (Setting setting : sorted) {
            if (setting.choices().isEmpty()) {
                single.append(line(prefix + setting.label(), setting.help()));
            } else {
                groups.append("\n  ")
                        .append(firstLine(setting.help()))
                        .append(" (")
                        .append(setting.label())
                        .append("):\n");
                for (Setting.Choice choice : setting.choices()) {
                    groups.append(line(prefix + choice.name(), choice.help()));
                }
            }
        }
        return single.append(groups).toString();
    }

    /** A name and the first line of its help, as a line. */
    public static String line(String name, String help) {
        String gap = " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
        return "    " + name + gap + firstLine(help) + "\n";
    }

    /** All of the help of a command. */
    public static String of(Command command) {
        List<String> usage = command.usage().lines(command.label());
        return command.help() + "\n\n  " + String.join("\n    ", usage) + "\n";
    }

    private static String firstLine(String help) {
        int end = help.indexOf('\n');
        return end < 0 ? help : help.substring(0, end);
    }
}
