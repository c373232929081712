package io.tidemark.cli.completion;

import java.util.List;

/** Completion for the shells of users. */
public enum CompletionScript {
    BASH("bash"),
    ZSH("zsh"),
    FISH("fish");

    /** How users make their shells read the scripts. */
    public static final String INSTALL = """

              bash   source <(tidemark completion bash)
                     in ~/.bashrc
              zsh    tidemark completion zsh >"${fpath[1]}/_tidemark"
                     once, then start zsh again
              fish   tidemark completion fish >~/.config/fish/completions/tidemark.fish
                     once
            """;

    /** All shells. */
    public static final List<CompletionScript> ALL = List.of(values());

    private final String shell;

    CompletionScript(String shell) {
        this.shell = shell;
    }

    /** The name of the shell. */
    public String shell() {
        return shell;
    }

    /** The script that completes these commands. */
    public String of(List<CommandWords> commands) {
        return switch (this) {
            case BASH -> BashScript.of(commands);
            case ZSH -> ZshScript.of(commands);
            case FISH -> FishScript.of(commands);
        };
    }
}
