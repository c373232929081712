package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void version_always_namesTheBuildAndTheRuntime() {
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("tidemark \\d\\S* \\(Java \\d.*\\)\\R");
        assertThat(err.size()).isZero();
    }

    @Test
    void run_withoutCommand_isBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("tidemark: no command")
                .contains("Usage:");
        assertThat(out.size()).isZero();
    }

    @Test
    void run_unknownCommand_namesIt() {
        assertThat(run("flood")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("tidemark: unknown command: flood");
    }

    private int run(String... args) {
        return new Main(print(out), print(err)).run(args);
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
