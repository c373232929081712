package io.tidemark.lab.score.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.program.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RecorderTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void record_programThatEndsAtOnce_isTriedTwiceAndCounted() throws IOException, InterruptedException {
        Path binaries = Files.createDirectory(directory.resolve("bin"));
        Path binary = Files.writeString(binaries.resolve("leaks"), "#!/bin/sh\necho 'no such cgroup' >&2\nexit 1\n");
        assertThat(binary.toFile().setExecutable(true)).isTrue();
        Truth truth = Lab.of(Path.of("../..")).truth("churn").orElseThrow();

        int failed = recorder(binaries).record(List.of(new Job(truth, "fast", 1, false)), 1);

        assertThat(failed).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "churn.fast.1 failed, once more: it does not listen: no such cgroup",
                        "churn.fast.1 failed: it does not listen: no such cgroup");
        assertThat(directory.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void record_runThatIsThere_isKept() throws IOException, InterruptedException {
        Truth truth = Lab.of(Path.of("../..")).truth("churn").orElseThrow();
        Files.createDirectory(directory.resolve("runs"));
        new Run("churn", "fast", 1, false, new Run.Load(1, 1, ""), new Run.Cost(1, 0, 0))
                .write(directory.resolve("runs"));

        int failed = recorder(directory).record(List.of(new Job(truth, "fast", 1, false)), 1);

        assertThat(failed).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Recorder recorder(Path binaries) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Recorder(binaries, directory.resolve("runs"), Duration.ofSeconds(60), out);
    }
}
