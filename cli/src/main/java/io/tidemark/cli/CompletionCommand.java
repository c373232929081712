package io.tidemark.cli;

import io.tidemark.cli.completion.CommandWords;
import io.tidemark.cli.completion.CompletionScript;
import io.tidemark.cli.completion.UsualValues;
import io.tidemark.cli.completion.Word;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.Flag;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.cli.pprof.Flags;
import io.tidemark.cli.signatures.SignaturesCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command {@code tidemark completion}: writes down for a shell what the commands say of themselves. */
final class CompletionCommand {
    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    int run(List<String> shells) throws IOException {
        if (shells.size() == 1) {
            for (CompletionScript script : CompletionScript.ALL) {
                if (shells.get(0).equals(script.shell())) {
                    console.print(script.of(commands()));
                    return Status.OK;
                }
            }
        }
        console.warn("tidemark: completion: " + (shells.isEmpty() ? "no shell" : "'" + String.join(" ", shells) + "'")
                + " (expected bash, zsh or fish)");
        return Status.USAGE;
    }

    /** All commands with all of their words. */
    List<CommandWords> commands() {
        List<CommandWords> commands = new ArrayList<>();
        for (Subcommand command : Subcommand.ALL) {
            switch (command) {
                case PPROF ->
                    commands.add(new CommandWords(command.label(), command.help(), goFlags(), List.of(), true));
                case COMPLETION -> commands.add(plain(command, shells()));
                case HELP -> commands.add(plain(command, names()));
                case VERSION -> commands.add(plain(command, List.of()));
                case SIGNATURES -> commands.addAll(signatures(command));
                default -> commands.add(words(command.optionCommand(console), command.help()));
            }
        }
        return commands;
    }

    private static CommandWords plain(Subcommand command, List<Word> arguments) {
        return new CommandWords(command.label(), command.help(), List.of(), arguments, false);
    }

    private static List<Word> shells() {
        return CompletionScript.ALL.stream()
                .map(script -> Word.of(script.shell(), ""))
                .toList();
    }

    private static List<Word> names() {
        return Subcommand.ALL.stream()
                .map(command -> Word.of(command.label(), command.help()))
                .toList();
    }

    private static List<Word> goFlags() {
        List<Word> words = new ArrayList<>();
        for (Flag flag : Flags.all()) {
            String text = "-" + flag.name();
            List<String> values = UsualValues.of(flag.name());
            words.add(
                    switch (flag.kind()) {
                        case BOOL -> Word.of(text, flag.help());
                        case INT, FLOAT -> Word.taking(Word.Takes.OTHER, text, flag.help());
                        case TEXT, LIST ->
                            values.isEmpty()
                                    ? Word.taking(Word.Takes.FILE, text, flag.help())
                                    : Word.oneOf(text, flag.help(), values);
                    });
        }
        return words;
    }

    private List<CommandWords> signatures(Subcommand command) {
        List<CommandWords> commands = new ArrayList<>();
        List<SignaturesCommand.Verb> verbs = new SignaturesCommand(console).verbs();
        commands.add(plain(
                command,
                verbs.stream().map(verb -> Word.of(verb.name(), verb.summary())).toList()));
        verbs.forEach(verb -> commands.add(words(verb.command(), verb.summary())));
        return commands;
    }

    private static CommandWords words(OptionCommand<?> command, String help) {
        List<Word> flags = new ArrayList<>();
        for (OptionSpec option : command.spec().options()) {
            flags.add(flag(option));
        }
        List<Word> arguments = new ArrayList<>();
        boolean takesFiles = false;
        for (PositionalParamSpec argument : command.spec().positionalParameters()) {
            List<String> values = values(argument);
            values.forEach(value -> arguments.add(Word.of(value, "")));
            takesFiles |= values.isEmpty() && !argument.paramLabel().equals("TARGET");
        }
        return new CommandWords(command.name(), help, flags, arguments, takesFiles);
    }

    private static Word flag(OptionSpec option) {
        String name = option.longestName();
        String help = String.join(" ", option.description());
        if (option.arity().max() == 0) {
            return Word.of(name, help);
        }
        List<String> values = values(option);
        if (!values.isEmpty()) {
            return Word.oneOf(name, help, values);
        }
        boolean isFile = option.auxiliaryTypes()[0] == Path.class;
        boolean isProcess = option.paramLabel().equals("PID");
        return Word.taking(isFile ? Word.Takes.FILE : isProcess ? Word.Takes.PROCESS : Word.Takes.OTHER, name, help);
    }

    private static List<String> values(ArgSpec spec) {
        List<String> values = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(values::add);
        }
        return values;
    }
}
