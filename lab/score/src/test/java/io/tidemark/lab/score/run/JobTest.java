package io.tidemark.lab.score.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.score.program.Truth;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Path BINARIES = Path.of("bin");

    @Test
    void command_programWithoutALimit_getsAContainerThatIsLargeEnough() {
        Truth truth = Truth.parse("{\"name\": \"churn\", \"rates\": {\"fast\": 500}}");

        assertThat(new Job(truth, "fast", 2, true).command(BINARIES, Duration.ofSeconds(60)))
                .containsSubsequence(
                        "churn", "-rate", "500.0", "-seed", "2", "-seconds", "180", "-cgroup", "4096", "-noise");
    }

    @Test
    void command_programWithALimit_keepsIt() {
        Truth truth = Truth.parse("{\"name\": \"spool\", \"cgroup_mib\": 512}");

        assertThat(new Job(truth, "slow", 1, false).command(BINARIES, Duration.ofSeconds(60)))
                .doesNotContain("-cgroup", "-noise");
    }
}
