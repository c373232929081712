package io.tidemark.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to the recording in the repository, in the forms that people read. */
class AnswerOutputTest {
    private static final String BUNDLE = "../examples/dial-per-call/leak.zip";

    private final FakeConsole console = new FakeConsole("");

    @TempDir
    private Path directory;

    private int run(String... arguments) {
        return new DiagnoseCommand(console.console()).run(List.of(arguments));
    }

    @Test
    void text_onATerminal_hasItsWidthAndColours() {
        console.terminal(Stream.OUT).environment("COLUMNS", "66");
        assertThat(run(BUNDLE)).isEqualTo(1);
        assertThat(console.out()).contains("\033[1;31mLEAK\033[0m", "<- the leak");
        assertThat(console.out().replaceAll("\033\\[[0-9;]*m", "").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(66));
    }

    @Test
    void text_elsewhere_saysWhatWasObservedAndHasNoColours() {
        console.environment("COLUMNS", "66");
        assertThat(run(BUNDLE)).isEqualTo(1);
        assertThat(console.out())
                .startsWith("go1.")
                .contains("forced collections", "\n\nLEAK   ")
                .doesNotContain("\033");
    }

    @Test
    void report_hasEveryGraph_andLinksTheCulprit() throws IOException {
        Path file = directory.resolve("leak.html");
        assertThat(run("--report", file.toString(), BUNDLE)).isEqualTo(1);
        assertThat(console.out()).contains("LEAK");
        assertThat(Files.readString(file))
                .contains("tab-growth", "tab-live", "tab-allocations", "tab-goroutines", "data-search=\"^example")
                .hasSizeLessThan(1 << 20);
    }

    @Test
    void markdown_isForATicket() {
        assertThat(run("--format", "markdown", BUNDLE)).isEqualTo(1);
        assertThat(console.out()).startsWith("## LEAK: ").contains("**Fix**", "← the leak");
    }
}
