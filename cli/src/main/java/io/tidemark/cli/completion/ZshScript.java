package io.tidemark.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh. */
final class ZshScript {
    private static final String TEMPLATE = """
            #compdef tidemark
            # Completion of tidemark for zsh: tidemark completion zsh >"${fpath[1]}/_tidemark"
            _tidemark() {
                local -a candidates
                local called=
                if (( CURRENT > 2 )); then
                    called=$words[2]
                    shift words
                    (( CURRENT-- ))
                fi
                case $called in
                    @OUTER@)
                        if (( CURRENT > 2 )); then
                            called="$called $words[2]"
                            shift words
                            (( CURRENT-- ))
                        fi
                        ;;
                esac
                case $called in
                    '')
                        candidates=(
            @COMMANDS@            )
                        _describe command candidates
                        ;;
            @CASES@    esac
            }
            if [ "$funcstack[1]" = _tidemark ]; then
                _tidemark "$@"
            else
                compdef _tidemark tidemark
            fi
            """;

    private ZshScript() {}

    static String of(List<CommandWords> commands) {
        StringBuilder names = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (CommandWords command : commands) {
            if (!command.isInner()) {
                names.append("                '")
                        .append(described(Word.of(command.name(), command.help())))
                        .append("'\n");
            }
            cases.append(command(command));
        }
        String outer = commands.stream()
                .filter(command -> command.isOuter(commands))
                .map(CommandWords::name)
                .collect(Collectors.joining("|"));
        return TEMPLATE.replace("@OUTER@", outer.isEmpty() ? "' '" : outer)
                .replace("@COMMANDS@", names)
                .replace("@CASES@", cases);
    }

    private static String command(CommandWords command) {
        StringBuilder text = new StringBuilder();
        text.append("        '").append(command.name()).append("')\n");
        if (!command.arguments().isEmpty()) {
            text.append("            candidates=(\n");
            command.arguments().forEach(word -> text.append("                '")
                    .append(described(word))
                    .append("'\n"));
            text.append("            )\n");
        }
        text.append("            _arguments \\\n");
        command.flags()
                .forEach(flag ->
                        text.append("                '").append(flag(flag)).append("' \\\n"));
        String arguments = !command.arguments().isEmpty()
                ? "argument:{_describe argument candidates}"
                : command.takesFiles() ? "file:_files" : "argument: ";
        return text.append("                '*:")
                .append(arguments)
                .append("'\n            ;;\n")
                .toString();
    }

    /** Such as {@code --format=[How it looks]:value:(text json)}. */
    private static String flag(Word flag) {
        String help = "[" + quoted(flag.help()).replace("[", "\\[").replace("]", "\\]") + "]";
        String value =
                switch (flag.takes()) {
                    case NOTHING -> "";
                    case ONE_OF -> ":value:(" + String.join(" ", flag.values()) + ")";
                    case FILE -> ":file:_files";
                    case PROCESS -> ":process:_pids";
                    case OTHER -> ":value: ";
                };
        return "*" + flag.text() + (value.isEmpty() ? "" : "=") + help + value;
    }

    private static String described(Word word) {
        return word.text() + (word.help().isEmpty() ? "" : ":" + quoted(word.help()));
    }

    /** Text between single quotes, in which a colon ends the word. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace(":", "\\:").replace("'", "'\\''");
    }
}
