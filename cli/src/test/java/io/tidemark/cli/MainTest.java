package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import org.junit.jupiter.api.Test;

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

    @Test
    void run_unknownCommand_namesIt() {
        assertThat(run("flood")).isEqualTo(2);
        assertThat(console.err()).startsWith("tidemark: unknown command: flood");
    }

    @Test
    void help_ofACommand_isThatOfTheCommand() {
        assertThat(run("help", "pprof")).isZero();
        assertThat(console.out()).startsWith("Usage:\n  tidemark pprof");
    }

    @Test
    void help_ofCompletion_saysWhereTheScriptGoes() {
        assertThat(run("completion", "--help")).isZero();
        assertThat(console.out()).contains("  bash   source <(tidemark completion bash) ", "  fish   ");
        assertThat(console.err()).isEmpty();
    }

    private int run(String... args) {
        return new Main(console.console()).run(args);
    }
}
