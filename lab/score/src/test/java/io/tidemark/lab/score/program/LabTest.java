package io.tidemark.lab.score.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabTest {
    @Test
    void of_repository_hasAllTruths() throws IOException {
        Lab lab = Lab.of(Path.of("../.."));

        assertThat(lab.truths())
                .extracting(Truth::binary)
                .contains("leaks", "leaks-cgo", "leaks-grpc133", "leaks-more");
        assertThat(lab.truths()).extracting(Truth::name).doesNotHaveDuplicates();
        assertThat(lab.truths()).allSatisfy(truth -> {
            assertThat(truth.verdict()).isNotNull();
            assertThat(truth.kind()).isNotNull();
            assertThat(truth.eventsPerSecond("medium")).isPositive();
            assertThat(truth.least()).isPositive();
            assertThat(truth.split()).isIn("train", "test");
        });
    }

    @Test
    void truth_members_areThoseOfTheFile() throws IOException {
        Truth truth = Lab.of(Path.of("../..")).truth("lumberjack-per-call").orElseThrow();

        assertThat(truth.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(truth.kind()).contains(Kind.GOROUTINE_LEAK);
        assertThat(truth.also()).isEqualTo(Set.of(Kind.FD_LEAK));
        assertThat(truth.signature()).isEqualTo("G06");
        assertThat(truth.culprits())
                .containsExactly("example.com/leaks/util.NewPusher", "example.com/leaks/util.(*Pusher).Push");
        assertThat(truth.perEvent("goroutines")).hasValue(1);
        assertThat(truth.perEvent("sockets")).isEmpty();
        assertThat(truth.isUnnamed("slow")).isTrue();
        assertThat(truth.isUndecidable("slow")).isFalse();
        assertThat(truth.least()).isEqualTo(Duration.ofSeconds(60));
    }
}
