package io.tidemark.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionScriptTest {
    private static final List<Word> COMMANDS =
            List.of(Word.command("pprof", "show profiles: it's all there"), Word.command("help", "help"));
    private static final List<Word> FLAGS = List.of(
            Word.flag("top", "Print the functions\nwith details", false),
            Word.flag("unit", "Write values in this unit", true),
            Word.flag("focus", "Keep: only 'these'", true));

    @Test
    void bash_completesCommandsAndFlags() throws Exception {
        assertThat(complete("tidemark", "p")).containsExactly("pprof");
        assertThat(complete("tidemark", "pprof", "-t")).containsExactly("-top");
        assertThat(complete("tidemark", "pprof", "-")).containsExactly("-focus=", "-top", "-unit=");
        assertThat(complete("tidemark", "pprof", "--f")).containsExactly("--focus=");
        assertThat(complete("tidemark", "pprof", "heap")).isEmpty();
        assertThat(complete("tidemark", "pprof", "-unit", "=")).contains("minimum", "kB", "ms");
        assertThat(complete("tidemark", "pprof", "-unit", "=", "k")).containsExactly("kB");
        assertThat(complete("tidemark", "pprof", "--unit", "G")).containsExactly("GB");
        assertThat(complete("tidemark", "pprof", "-focus", "=", "k")).isEmpty();
        assertThat(complete("tidemark", "help", "")).containsExactly("pprof", "help");
        assertThat(complete("tidemark", "completion", "z")).containsExactly("zsh");
    }

    @Test
    void zsh_hasAllWordsWithTheirHelp() {
        assertThat(CompletionScript.ZSH.with(COMMANDS, FLAGS))
                .startsWith("#compdef tidemark\n")
                .contains("        'pprof:show profiles\\: it'\\''s all there'\n")
                .contains("    flags=(\n        '-top:Print the functions'\n    )\n")
                .contains(
                        "    valued=(\n        '-focus:Keep\\: only '\\''these'\\'''\n        '-unit:Write values in this unit'\n    )\n")
                .doesNotContain("@COMMANDS@", "@FLAGS@", "@VALUED@");
    }

    @Test
    void fish_hasAllWordsWithTheirHelp() {
        assertThat(CompletionScript.FISH.with(COMMANDS, FLAGS))
                .contains("complete -c tidemark -n __fish_use_subcommand -f -a help -d 'help'\n")
                .contains(
                        "complete -c tidemark -n '__fish_seen_subcommand_from pprof' -o focus -r -d 'Keep: only \\'these\\''\n")
                .contains(
                        "complete -c tidemark -n '__fish_seen_subcommand_from pprof' -o top -d 'Print the functions'\n");
    }

    /** What bash offers for the last of some words. */
    private static List<String> complete(String... words) throws IOException, InterruptedException {
        String script = CompletionScript.BASH.with(COMMANDS, FLAGS)
                + "COMP_WORDS=(" + String.join(" ", quoted(words)) + ")\nCOMP_CWORD=" + (words.length - 1)
                + "\n_tidemark\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        Process bash;
        try {
            bash = new ProcessBuilder("bash", "--norc")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "needs bash");
            throw e;
        }
        bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out.lines().filter(line -> !line.isEmpty()).toList();
    }

    private static String[] quoted(String... words) {
        String[] quoted = words.clone();
        for (int i = 0; i < quoted.length; i++) {
            quoted[i] = "'" + quoted[i] + "'";
        }
        return quoted;
    }
}
