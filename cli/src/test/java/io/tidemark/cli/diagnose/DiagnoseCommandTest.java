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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseCommandTest {
    private static final String BEFORE = "../examples/scraper/heap-before.pb.gz";
    private static final String AFTER = "../examples/scraper/heap-after.pb.gz";

    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    @Test
    void signatures_ofTheUser_nameWhatGrows() throws IOException {
        Files.writeString(directory.resolve("series.yaml"), """
                id: series-kept-for-ever
                title: Series are kept for ever
                kind: heap-growth
                match: {what: heap, stack: [main.parseSeries]}
                cause: "{owner} keeps them."
                fix: stop it
                """);
        assertThat(run(BEFORE, AFTER, "--signatures", directory.toString())).isEqualTo(1);
        assertThat(console.out()).contains("LEAK   Series are kept for ever ", "main.parseSeries keeps them.");
    }

    @Test
    void text_atANarrowTerminal_hasNoColoursWhereNobodyWantsThem() {
        console.terminal(Stream.OUT).environment("NO_COLOR", "1").environment("COLUMNS", "40");
        assertThat(run(BEFORE, AFTER)).isEqualTo(1);
        assertThat(console.out()).contains("LEAK").doesNotContain("\\033");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | 2 | no target (expected an address such as HOST:6060, --pid, a bundle or profiles; tidemark diagnose -h explains all)",
                "--format yaml h:1           | 2 | --format: yaml (expected text, json, markdown or html)",
                "--help=yes                  | 2 | --help=yes: a value (expected --help alone)",
                "--pid                       | 2 | --pid needs a value",
                "--output no/such/x h:1      | 2 | no/such/x: no such directory",
                "--report src h:1            | 2 | src: a directory (expected a file to write)",
                "--report x h:1 h:2          | 2 | html: 2 targets (expected one for a page)",
                "--signatures no/such h:1    | 3 | no/such: no such file or directory",
                "no-such-file                | 2 | no-such-file: no such file, and not an address such as HOST:PORT",
                "pom.xml h:1                 | 2 | both running targets and files (http://h:1, pom.xml; expected only one of the two)",
            })
    void run_badUsage_isASentenceBeforeAnythingIsObserved(String line, int status, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(status);
        assertThat(console.err()).isEqualTo("tidemark: " + message + "\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void run_anEmptyArgument_isBadUsage() {
        assertThat(run("")).isEqualTo(2);
        assertThat(console.err()).isEqualTo("tidemark: an argument is empty (a variable that is not set?)\n");
    }

    private int run(String... arguments) {
        return new DiagnoseCommand(console.console()).run(List.of(arguments));
    }
}
