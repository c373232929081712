package io.tidemark.cli.shell;

import io.tidemark.analysis.view.Setting;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.command.HelpText;
import io.tidemark.cli.flag.Nearest;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.List;
import java.util.Objects;

/** What {@code help} prints in the shell. */
final class ShellHelp {
    private static final String OPTIONS = "Print the settings and what they can be";
    private static final String HELP = "Explain a command or a setting";
    private static final String LEAVE = "Leave";
    private static final String FILTERS = "Take focus, ignore, hide, tagfocus and tagignore away";

    private ShellHelp() {}

    /** Everything that can be typed, with a line for each. */
    static String overview() {
        return "  Commands:\n"
                + HelpText.commands("")
                + HelpText.line("o, options", OPTIONS)
                + HelpText.line("help NAME", HELP)
                + HelpText.line("q, quit, exit, ^D", LEAVE)
                + "\n  Settings (NAME=VALUE; a switch without a value is on, what follows //: is a comment):\n"
                + HelpText.settings("")
                + "\n  Shortcuts:\n"
                + HelpText.line(":", FILTERS)
                + HelpText.line("inuse_space", "Show this sample type (any that the profile has)")
                + HelpText.line("mean_inuse_space", "Show its mean for each of what the first type counts");
    }

    /** The help of a command or a setting. */
    static String of(String topic, Profile profile) throws CommandException {
        Command command = Command.named(topic);
        if (command != null) {
            return HelpText.of(command);
        }
        Setting setting = Setting.named(topic);
        if (setting == null) {
            return ofOther(topic, profile);
        }
        if (setting == Setting.SAMPLE_INDEX) {
            return setting.help() + "\nThis profile has " + sampleTypes(profile) + ".\n";
        }
        boolean isChoice = !setting.label().equals(topic);
        return (isChoice ? Objects.requireNonNull(setting.choice(topic)).help() : help(setting)) + "\n";
    }

    private static String ofOther(String topic, Profile profile) throws CommandException {
        String line =
                switch (topic) {
                    case "o", "options" -> OPTIONS;
                    case "help" -> HELP;
                    case "q", "quit", "exit" -> LEAVE;
                    case ":" -> FILTERS;
                    default -> null;
                };
        if (line != null) {
            return line + "\n";
        }
        List<String> shortcut = Shortcuts.of(profile).expand(topic);
        if (!shortcut.equals(List.of(topic))) {
            return "The same as " + String.join(" and ", shortcut) + "\n";
        }
        String nearest = Nearest.of(topic, CommandLine.names());
        throw new CommandException("no command and no setting has the name " + topic
                + (nearest == null ? "" : " (did you mean " + nearest + "?)"));
    }

    private static String help(Setting setting) {
        StringBuilder text = new StringBuilder(setting.help());
        for (Setting.Choice choice : setting.choices()) {
            text.append("\n  ")
                    .append(choice.name())
                    .append(": ")
                    .append(choice.help().replace("\n", ". "));
        }
        return text.toString();
    }

    private static String sampleTypes(Profile profile) {
        StringBuilder names = new StringBuilder();
        for (ValueType type : profile.sampleTypes()) {
            names.append(names.isEmpty() ? "" : ", ").append(type.type());
        }
        return names.toString();
    }
}
