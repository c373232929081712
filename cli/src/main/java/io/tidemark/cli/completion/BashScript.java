package io.tidemark.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for bash, from 3.2 on. Flags with one dash are completed after two, too, as Go has it. */
final class BashScript {
    private static final String TEMPLATE = """
            # Completion of tidemark for bash: source <(tidemark completion bash)
            _tidemark() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                local command=${COMP_WORDS[1]} values= flags= arguments=
                COMPREPLY=()
                if [ "$word" = = ]; then
                    word=
                elif [ "$before" = = ]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                case $command in
                    @OUTER@) [ "$COMP_CWORD" -eq 2 ] || command="$command ${COMP_WORDS[2]}" ;;
                esac
                [ "$COMP_CWORD" -gt 1 ] || command=
                case "$command $before" in
            @VALUES@    esac
                case $command in
            @COMMANDS@    esac
                if [ -n "$values" ]; then
                    COMPREPLY=($(compgen -W "$values" -- "$word"))
                    return
                fi
                case $word in
                    --*)
                        COMPREPLY=($(compgen -W "$flags" -- "$word"))
                        [ "${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -P - -W "$flags" -- "${word#-}"))
                        ;;
                    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
                    *) COMPREPLY=($(compgen -W "$arguments" -- "$word")) ;;
                esac
                if [ "${#COMPREPLY[@]}" -eq 1 ] && [ "${COMPREPLY[0]}" != "${COMPREPLY[0]%=}" ]; then
                    compopt -o nospace 2>/dev/null
                fi
            }
            complete -o default -o bashdefault -F _tidemark tidemark
            """;

    private static final String NO_FILES = "compopt +o default +o bashdefault 2>/dev/null";

    private BashScript() {}

    static String of(List<CommandWords> commands) {
        StringBuilder values = new StringBuilder();
        StringBuilder words = new StringBuilder();
        String names = commands.stream()
                .filter(command -> !command.isInner())
                .map(CommandWords::name)
                .collect(Collectors.joining(" "));
        words.append(line("", "arguments='" + names + "'; " + NO_FILES));
        for (CommandWords command : commands) {
            command.flags().forEach(flag -> values.append(value(command, flag)));
            words.append(line(
                    command.name(),
                    "flags='" + texts(command.flags()) + "'"
                            + (command.arguments().isEmpty() ? "" : " arguments='" + texts(command.arguments()) + "'")
                            + (command.takesFiles() ? "" : "; " + NO_FILES)));
        }
        String outer = commands.stream()
                .filter(command -> command.isOuter(commands))
                .map(CommandWords::name)
                .collect(Collectors.joining("|"));
        return TEMPLATE.replace("@OUTER@", outer.isEmpty() ? "''" : outer)
                .replace("@VALUES@", values)
                .replace("@COMMANDS@", words);
    }

    /** What comes after a flag; files are what bash completes by itself. */
    private static String value(CommandWords command, Word flag) {
        String action =
                switch (flag.takes()) {
                    case NOTHING -> "";
                    case ONE_OF -> "values='" + String.join(" ", flag.values()) + "'";
                    case PROCESS -> "values=$(ps -eo pid= 2>/dev/null)";
                    case FILE -> "return";
                    case OTHER -> NO_FILES + "; return";
                };
        boolean hasOneDash = !flag.text().startsWith("--");
        String other = hasOneDash ? "'|'" + command.name() + " -" + flag.text() : "";
        return action.isEmpty() ? "" : line(command.name() + " " + flag.text() + other, action);
    }

    private static String line(String pattern, String action) {
        return "        '" + pattern + "') " + action + " ;;\n";
    }

    /** Flags with one dash are Go's, and what is typed after them stands after an equals sign. */
    private static String texts(List<Word> words) {
        return words.stream()
                .map(word -> word.takes() == Word.Takes.NOTHING || word.text().startsWith("--")
                        ? word.text()
                        : word.text() + "=")
                .collect(Collectors.joining(" "));
    }
}
