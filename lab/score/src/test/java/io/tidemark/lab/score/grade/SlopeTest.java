package io.tidemark.lab.score.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SlopeTest {
    private static final Run.Load LOAD = new Run.Load(600, 60, "");

    @Test
    void error_bytes_areThoseOfTheKind() {
        Truth truth = Truth.parse("{\"per_event\": {\"heap_bytes\": 1000, \"offheap_bytes\": 500}}");

        assertThat(error(Kind.HEAP_GROWTH, 750_000, truth, LOAD)).isCloseTo(0.25, within(1e-9));
        assertThat(error(Kind.OFF_HEAP_GROWTH, 300_000, truth, LOAD)).isCloseTo(0, within(1e-9));
    }

    @Test
    void error_counts_takeTheNearestOfWhatAThingConsistsOf() {
        Truth truth = Truth.parse("{\"per_event\": {\"goroutines\": 5, \"fds\": 1}}");

        assertThat(error(Kind.CONNECTION_LEAK, 660, truth, LOAD)).isCloseTo(0.1, within(1e-9));
        assertThat(error(Kind.CONNECTION_LEAK, 2700, truth, LOAD)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void error_severalGoroutinesOfOneThing_mayBeCountedAsOne() {
        Truth truth = Truth.parse("{\"per_event\": {\"goroutines\": 2}}");

        assertThat(error(Kind.GOROUTINE_LEAK, 600, truth, LOAD)).isCloseTo(0, within(1e-9));
    }

    @Test
    void error_oneEventInFour_isNotOneThingEach() {
        Truth truth = Truth.parse("{\"per_event\": {\"goroutines\": 0.25}}");

        assertThat(error(Kind.GOROUTINE_LEAK, 600, truth, LOAD)).isCloseTo(3, within(1e-9));
    }

    @Test
    void error_loadThatEndedEarly_isUnknown() {
        Truth truth = Truth.parse("{\"per_event\": {\"heap_bytes\": 1000}}");

        assertThat(error(Kind.HEAP_GROWTH, 600_000, truth, new Run.Load(600, 60, "400 MiB of memory")))
                .isNaN();
    }

    @Test
    void error_nothingThatGrows_isUnknown() {
        Truth truth = Truth.parse("{\"per_event\": {\"goroutines\": 0}}");

        assertThat(error(Kind.GOROUTINE_LEAK, 10, truth, LOAD)).isNaN();
    }

    private static double error(Kind kind, double perMinute, Truth truth, Run.Load load) {
        Finding finding = new Finding(
                kind,
                Severity.CRITICAL,
                Confidence.prior(),
                "",
                "",
                Optional.empty(),
                "",
                new Rate(perMinute, perMinute, OptionalDouble.empty()),
                List.of(),
                List.of());
        return Slope.error(finding, truth, load).orElse(Double.NaN);
    }
}
