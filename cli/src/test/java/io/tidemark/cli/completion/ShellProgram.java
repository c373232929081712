package io.tidemark.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A real shell, asked what it offers for the end of a line. */
enum ShellProgram {
    BASH(CompletionScript.BASH, """
            source ./script
            while IFS= read -r line; do
                COMP_WORDS=() COMPREPLY=()
                for word in ${line//=/ = }; do COMP_WORDS+=("$word"); done
                [ "$line" = "${line% }" ] || COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _tidemark 2>/dev/null
                echo "$line|${COMPREPLY[*]}"
            done <lines
            """, "bash --norc ask"),

    /** Its completion works at a terminal only; all that fits is put into the line. */
    ZSH(CompletionScript.ZSH, """
            zmodload zsh/zpty
            zpty terminal 'TERM=dumb ZDOTDIR=$PWD zsh -i'
            while zpty -r terminal shown; do :; done
            cat answers
            """, "zsh -f ask"),

    FISH(CompletionScript.FISH, """
            source ./script
            while read -l line
                set -l found (complete -C "$line" | string split -f 1 \\t)
                echo "$line|$found"
            end <lines
            """, "fish --no-config ask");

    /** What the zsh at the terminal reads first. */
    private static final String ZSHRC = """
            PS1=
            autoload -Uz compinit
            compinit -D -u
            source ./script
            everything() { _main_complete; compstate[insert]=all; compstate[list]= }
            zle -C everything complete-word everything
            zle-line-init() {
                local line
                for line in "${(@f)$(<lines)}"; do
                    BUFFER=$line CURSOR=$#line
                    zle everything
                    print -r -- "$line|${BUFFER#${line% *} }" >>answers
                done
                exit
            }
            zle -N zle-line-init
            """;

    private final CompletionScript script;
    private final String ask;
    private final String command;

    ShellProgram(CompletionScript script, String ask, String command) {
        this.script = script;
        this.ask = ask;
        this.command = command;
    }

    /**
     * What it offers for each line, without an equals sign at the end, and without what stands before one.
     *
     * @param directory an empty one
     */
    Map<String, List<String>> offers(List<CommandWords> commands, List<String> lines, Path directory)
            throws IOException, InterruptedException {
        Files.writeString(directory.resolve("script"), script.of(commands));
        Files.writeString(directory.resolve("ask"), ask);
        Files.writeString(directory.resolve(".zshrc"), ZSHRC);
        Files.write(directory.resolve("lines"), lines);
        ProcessBuilder builder = new ProcessBuilder(command.split(" ")).directory(directory.toFile());
        builder.environment().put("HOME", directory.toString());
        builder.redirectErrorStream(true);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "needs " + name().toLowerCase(Locale.ROOT));
            throw e;
        }
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        Map<String, List<String>> offers = new LinkedHashMap<>();
        for (String line : out.lines().toList()) {
            int bar = line.indexOf('|');
            assertThat(bar).as(out).isPositive();
            offers.put(line.substring(0, bar), words(line.substring(bar + 1)));
        }
        return offers;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Arrays.asList(text.split(" +"))) {
            String value = word.endsWith("=") ? word.substring(0, word.length() - 1) : word;
            if (!value.isEmpty()) {
                words.add(value.substring(value.indexOf('=') + 1));
            }
        }
        return words.stream().sorted().toList();
    }
}
