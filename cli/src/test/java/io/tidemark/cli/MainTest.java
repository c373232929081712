package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final FakeConsole console = new FakeConsole("");

    @Test
    void version_always_namesTheBuildAndTheRuntime() {
        assertThat(run("version")).isZero();
        assertThat(console.out()).matches("tidemark \\d\\S* \\(Java \\d.*\\)\\R");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void run_withoutCommand_isBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(console.err()).startsWith("tidemark: no command").contains("Usage:");
        assertThat(console.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flood          | flood (tidemark help shows all)",
                "diagnos        | diagnos; did you mean diagnose?",
                "Memory         | Memory; did you mean memory?",
                "localhost:6060 | localhost:6060; did you mean tidemark diagnose localhost:6060?",
                "./heap.pb.gz   | ./heap.pb.gz; did you mean tidemark diagnose ./heap.pb.gz?",
            })
    void run_unknownCommand_saysWhatMayBeMeant(String command, String message) {
        assertThat(run(command)).isEqualTo(2);
        assertThat(run("help", command)).isEqualTo(2);
        assertThat(console.err()).isEqualTo(("tidemark: unknown command: " + message + "\n").repeat(2));
        assertThat(console.out()).isEmpty();
    }

    @Test
    void help_ofAll_fitsTheScreen() {
        assertThat(run("help")).isZero();
        assertThat(console.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void help_ofACommand_isThatOfTheCommand() {
        assertThat(run("help", "pprof")).isZero();
        assertThat(console.out()).startsWith("Usage:\n  tidemark pprof");
    }

    @Test
    void help_ofCompletion_saysWhereTheScriptGoes() {
        assertThat(run("completion", "--help")).isZero();
        assertThat(console.out()).contains("  bash   source <(tidemark completion bash)\n", "  fish   ");
        assertThat(console.err()).isEmpty();
    }

    private int run(String... args) {
        return new Main(console.console()).run(args);
    }
}
