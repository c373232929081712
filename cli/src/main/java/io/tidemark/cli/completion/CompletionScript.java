package io.tidemark.cli.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Completion for the shells of users. Each script is a template with places for the words. */
public enum CompletionScript {
    BASH("bash", """
            # Completion of tidemark for bash: source <(tidemark completion bash)
            _tidemark() {
                local word=${COMP_WORDS[COMP_CWORD]}
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "@COMMANDS@" -- "$word"))
                    return
                fi
                case ${COMP_WORDS[1]} in
                    pprof)
                        local before=${COMP_WORDS[COMP_CWORD-1]}
                        if [ "$word" = = ]; then
                            word=
                        elif [ "$before" = = ]; then
                            before=${COMP_WORDS[COMP_CWORD-2]}
                        fi
                        case $before in
            @VALUES@            esac
                        case $word in
                            --*) COMPREPLY=($(compgen -P - -W "@FLAGS@" -- "${word#-}")) ;;
                            -*) COMPREPLY=($(compgen -W "@FLAGS@" -- "$word")) ;;
                        esac
                        if [ "${#COMPREPLY[@]}" -eq 1 ] && [ "${COMPREPLY[0]}" != "${COMPREPLY[0]%=}" ]; then
                            compopt -o nospace 2>/dev/null
                        fi
                        ;;
                    help) COMPREPLY=($(compgen -W "@COMMANDS@" -- "$word")) ;;
                    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")) ;;
                esac
            }
            complete -o default -o bashdefault -F _tidemark tidemark
            """) {
        @Override
        String command(Word word) {
            return word.name() + " ";
        }

        @Override
        String flag(Word word) {
            return "-" + word.name() + (word.takesValue() ? "= " : " ");
        }

        @Override
        String values(Word word) {
            String list = String.join(" ", word.values());
            return "                -" + word.name() + "|--" + word.name() + ") COMPREPLY=($(compgen -W \"" + list
                    + "\" -- \"$word\")); return ;;\n";
        }
    },

    ZSH("zsh", """
            #compdef tidemark
            # Completion of tidemark for zsh: tidemark completion zsh >"${fpath[1]}/_tidemark"
            _tidemark() {
                local -a commands flags valued
                commands=(
            @COMMANDS@    )
                flags=(
            @FLAGS@    )
                valued=(
            @VALUED@    )
                if (( CURRENT == 2 )); then
                    _describe command commands
                    return
                fi
                case $words[2] in
                    pprof)
                        if [[ $PREFIX == -*=* ]]; then
                            compset -P '*=' && _files
                        elif [[ $PREFIX == -* ]]; then
                            _describe -o flag flags -- valued -S=
                        else
                            _files
                        fi
                        ;;
                    help) _describe command commands ;;
                    completion) _values shell bash zsh fish ;;
                esac
            }
            _tidemark "$@"
            """) {
        @Override
        String command(Word word) {
            return "        '" + word.name() + ":" + quoted(word.help()) + "'\n";
        }

        @Override
        String flag(Word word) {
            return "        '-" + word.name() + ":" + quoted(word.help()) + "'\n";
        }

        /** Text between single quotes, in which a colon ends the word. */
        private String quoted(String text) {
            return text.replace(":", "\\:").replace("'", "'\\''");
        }
    },

    FISH("fish", """
            # Completion of tidemark for fish: tidemark completion fish >~/.config/fish/completions/tidemark.fish
            @COMMANDS@complete -c tidemark -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'
            @FLAGS@""") {
        @Override
        String command(Word word) {
            return "complete -c tidemark -n __fish_use_subcommand -f -a " + word.name() + " -d '" + quoted(word.help())
                    + "'\n";
        }

        @Override
        String flag(Word word) {
            return "complete -c tidemark -n '__fish_seen_subcommand_from pprof' -o " + word.name()
                    + (word.takesValue() ? " -r" : "") + " -d '" + quoted(word.help()) + "'\n";
        }

        private String quoted(String text) {
            return text.replace("\\", "\\\\").replace("'", "\\'");
        }
    };

    /** How users make their shells read the scripts. */
    public static final String INSTALL = """

              bash   source <(tidemark completion bash)                       in ~/.bashrc
              zsh    tidemark completion zsh >"${fpath[1]}/_tidemark"         once, then start zsh again
              fish   tidemark completion fish >~/.config/fish/completions/tidemark.fish
            """;

    /** All shells. */
    public static final List<CompletionScript> ALL = List.of(values());

    private final String shell;
    private final String template;

    CompletionScript(String shell, String template) {
        this.shell = shell;
        this.template = template;
    }

    /** The name of the shell. */
    public String shell() {
        return shell;
    }

    abstract String command(Word word);

    abstract String flag(Word word);

    /** What completes the values of a flag that has some; nothing where the script has no place for them. */
    String values(Word word) {
        return "";
    }

    /** The script. */
    public String with(List<Word> commands, List<Word> flags) {
        StringBuilder commandText = new StringBuilder();
        StringBuilder flagText = new StringBuilder();
        StringBuilder valuedText = new StringBuilder();
        for (Word word : commands) {
            commandText.append(command(word));
        }
        StringBuilder valuesText = new StringBuilder();
        boolean isSplit = template.contains("@VALUED@");
        for (Word word : sorted(flags)) {
            (isSplit && word.takesValue() ? valuedText : flagText).append(flag(word));
            valuesText.append(word.values().isEmpty() ? "" : values(word));
        }
        return template.replace("@COMMANDS@", commandText)
                .replace("@FLAGS@", flagText)
                .replace("@VALUED@", valuedText)
                .replace("@VALUES@", valuesText);
    }

    private static List<Word> sorted(List<Word> words) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparing(Word::name));
        return sorted;
    }
}
