package io.tidemark.cli.shell;

import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.SampleIndex;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.command.Generator;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.InterruptedOutputException;
import io.tidemark.cli.console.Problem;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.List;

/**
 * The shell: a profile, the settings of the moment, and a line at a time. What goes wrong is told, and the next line is read.
 */
public final class Shell {
    private static final String PROMPT = "(pprof) ";

    private final Profile profile;
    private final Console console;
    private final Generator generator;
    private final Shortcuts shortcuts;
    private View view;

    /**
     * A shell over a profile.
     *
     * @param view the settings that it starts with
     * @param generator carries the commands out
     */
    public Shell(Profile profile, View view, Console console, Generator generator) {
        this.profile = profile;
        this.view = view.with(Setting.COMPACT_LABELS, true); // the greeting has said what the profile is
        this.console = console;
        this.generator = generator;
        this.shortcuts = Shortcuts.of(profile);
    }

    /**
     * Reads and carries out lines until there are no more, or one says to quit.
     *
     * @throws IOException where the lines can't be read, or standard output can't be written
     */
    public void run(LineSource lines) throws IOException {
        greet();
        String line = lines.readLine(PROMPT);
        while (line != null) {
            for (String part : shortcuts.expand(line)) {
                if (!carryOut(part)) {
                    return;
                }
            }
            line = lines.readLine(PROMPT);
        }
    }

    private void greet() {
        try {
            Report overview = Query.overview(profile, view, console.zone(), console::warn);
            List<String> legend = Legend.ofProfile(overview);
            console.say(String.join("\n", legend));
            if (overview.total() == 0 && profile.sampleTypes().size() > 1) {
                console.say("All values of this type are zero; sample_index selects another, as \"o\" shows.");
            }
        } catch (ReportException e) {
            console.warn(String.valueOf(e.getMessage()));
        }
        console.say("Type \"help\" for the commands, \"o\" for the settings, \"q\" to leave.");
    }

    /** Carries a line out; false when it says to quit. */
    private boolean carryOut(String line) throws IOException {
        console.resume();
        try {
            return assign(line) || command(Words.of(line));
        } catch (ClosedOutputException e) {
            throw e;
        } catch (InterruptedOutputException e) {
            console.resume();
            console.say("\n(interrupted)");
        } catch (ReportException | CommandException | IllegalArgumentException e) {
            console.warn(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            console.warn(Problem.sentence(e));
        } catch (StackOverflowError | OutOfMemoryError e) {
            console.warn(Problem.sentence(e));
        } catch (RuntimeException e) {
            console.warn(Problem.sentence(e));
        }
        return true;
    }

    /** Carries out an assignment such as {@code focus=main}; false when the line is none. */
    private boolean assign(String line) throws ReportException {
        int equals = line.indexOf('=');
        String name = Words.trim(equals < 0 ? line : line.substring(0, equals));
        Setting setting = Setting.named(name);
        if (setting == null) {
            return false;
        }
        boolean isSwitch =
                setting.kind() == Setting.Kind.BOOL || !setting.label().equals(name);
        if (equals < 0 && !isSwitch) {
            throw new IllegalArgumentException("please specify a value, e.g. " + name + "=<val>");
        }
        String value = equals >= 0 ? line.substring(equals + 1) : setting.choice(name) != null ? "true" : "";
        int comment = value.lastIndexOf(OptionList.COMMENT);
        value = Words.trim(comment < 0 ? value : value.substring(0, comment));
        if (setting == Setting.SAMPLE_INDEX) {
            value = SampleIndex.named(profile, value);
        }
        View changed = view.with(name, value);
        Query.requireExpressions(changed);
        view = changed;
        return true;
    }

    /** Carries out a command; false when it says to quit. */
    private boolean command(List<String> words) throws IOException, ReportException, CommandException {
        if (words.isEmpty()) {
            return true;
        }
        switch (words.get(0)) {
            case "o", "options" -> console.say(OptionList.of(view, profile));
            case "q", "quit", "exit" -> {
                return false;
            }
            case "help" -> help(String.join(" ", words.subList(1, words.size())));
            default -> generator.generate(profile, CommandLine.parse(words, view));
        }
        return true;
    }

    private void help(String topic) throws CommandException {
        console.say(topic.isEmpty() ? ShellHelp.overview() : ShellHelp.of(topic, profile));
    }
}
