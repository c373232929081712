package io.tidemark.cli.completion;

import java.util.List;

/** Completion for fish. */
final class FishScript {
    private static final String HEAD = """
            # Completion of tidemark for fish: tidemark completion fish >~/.config/fish/completions/tidemark.fish
            # Whether these words are all there are yet.
            function __tidemark_at
                set -l words (commandline -opc)
                set -e words[1]
                test "$words" = "$argv"
            end
            # Whether these words come first.
            function __tidemark_in
                set -l words (commandline -opc)
                set -e words[1]
                string match -q -- "$argv *" "$words "
            end
            """;

    private FishScript() {}

    static String of(List<CommandWords> commands) {
        StringBuilder text = new StringBuilder(HEAD);
        for (CommandWords command : commands) {
            if (!command.isInner()) {
                text.append(line("__tidemark_at", "-f -a " + command.name() + help(command.help())));
            }
        }
        for (CommandWords command : commands) {
            String here = (command.isOuter(commands) ? "__tidemark_at " : "__tidemark_in ") + command.name();
            if (!command.takesFiles()) {
                text.append(line(here, "-f"));
            }
            command.arguments().forEach(word -> text.append(line(here, "-f -a " + word.text() + help(word.help()))));
            command.flags().forEach(flag -> text.append(line(here, flag(flag))));
        }
        return text.toString();
    }

    private static String flag(Word flag) {
        String name = flag.text().startsWith("--")
                ? "-l " + flag.text().substring(2)
                : "-o " + flag.text().substring(1);
        String value =
                switch (flag.takes()) {
                    case NOTHING -> "";
                    case ONE_OF -> " -x -a '" + String.join(" ", flag.values()) + "'";
                    case FILE -> " -r -F";
                    case PROCESS -> " -x -a '(__fish_complete_pids)'";
                    case OTHER -> " -x";
                };
        return name + value + help(flag.help());
    }

    private static String help(String text) {
        return text.isEmpty() ? "" : " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String line(String condition, String rest) {
        return "complete -c tidemark -n '" + condition + "' " + rest + "\n";
    }
}
