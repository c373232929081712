package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.completion.CommandWords;
import io.tidemark.cli.completion.Word;
import io.tidemark.cli.console.FakeConsole;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    private final FakeConsole console = new FakeConsole("");
    private final CompletionCommand command = new CompletionCommand(console.console());

    @Test
    void commands_areThoseOfTheTable_withTheirFlagsAndValues() {
        assertThat(command.commands())
                .extracting(CommandWords::name)
                .containsAll(Subcommand.ALL.stream().map(Subcommand::label).toList())
                .contains("signatures list", "signatures show", "signatures check");
        assertThat(flag("diagnose", "--format").values()).containsExactly("text", "json", "markdown", "html");
        assertThat(flag("diagnose", "--report").takes()).isEqualTo(Word.Takes.FILE);
        assertThat(flag("memory", "--pid").takes()).isEqualTo(Word.Takes.PROCESS);
        assertThat(flag("memory", "--gc").takes()).isEqualTo(Word.Takes.NOTHING);
        assertThat(flag("record", "--every").takes()).isEqualTo(Word.Takes.OTHER);
        assertThat(flag("signatures list", "--kind").values()).contains("heap-growth", "goroutine-leak");
        assertThat(flag("signatures check", "--against").takes()).isEqualTo(Word.Takes.FILE);
        assertThat(flag("pprof", "-unit").values()).contains("kB");
        assertThat(words("signatures show").arguments()).extracting(Word::text).contains("cache-never-hits");
        assertThat(words("diagnose").takesFiles()).isTrue();
        assertThat(words("record").takesFiles()).isFalse();
    }

    @Test
    void run_unknownShell_saysWhichThereAre() throws Exception {
        assertThat(command.run(List.of("tcsh"))).isEqualTo(2);
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(console.err()).isEqualTo("""
                tidemark: completion: 'tcsh' (expected bash, zsh or fish)
                tidemark: completion: no shell (expected bash, zsh or fish)
                """);
    }

    private CommandWords words(String name) {
        return command.commands().stream()
                .filter(words -> words.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Word flag(String name, String flag) {
        return words(name).flags().stream()
                .filter(word -> word.text().equals(flag))
                .findFirst()
                .orElseThrow();
    }
}
