package io.tidemark.cli.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import io.tidemark.collect.observation.Item;
import io.tidemark.collect.observation.Plan;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ObservationProgressTest {
    private static final Target TARGET = new Target("http://10.0.3.7:6060", 0, "", "go1.26.8", "");

    private final FakeConsole terminal =
            new FakeConsole("").terminal(Stream.ERR).environment("COLUMNS", "140");
    private final FakeConsole file = new FakeConsole("");
    private long nanos;

    @Test
    void terminal_onTheWay_hasABarThatStays() {
        try (ObservationProgress progress = new ObservationProgress(terminal.console(), 1, () -> nanos)) {
            observe(progress);
        }
        assertThat(terminal.err())
                .contains("\rObserving go1.26.8 at http://10.0.3.7:6060 ██████████░░░░░░░░░░ 30 of 60 s"
                        + " · 1 profile · 1 forced collection · goroutines\033[K")
                .endsWith("\rObserving go1.26.8 at http://10.0.3.7:6060 ████████████████████ 60 of 60 s"
                        + " · 1 profile · 1 forced collection\033[K\n");
    }

    @Test
    void terminal_narrow_isOneLine() {
        terminal.environment("COLUMNS", "60");
        try (ObservationProgress progress = new ObservationProgress(terminal.console(), 1, () -> nanos)) {
            observe(progress);
        }
        assertThat(terminal.err().split("\r|\033\\[K"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(60));
    }

    @Test
    void terminal_veryNarrow_showsTheTimeRatherThanABar() {
        terminal.environment("COLUMNS", "40");
        try (ObservationProgress progress = new ObservationProgress(terminal.console(), 1, () -> nanos)) {
            observe(progress);
        }
        assertThat(terminal.err()).contains("\rObserving go1…6060 30 of 60 s").doesNotContain("█");
    }

    @Test
    void file_onTheWay_hasSomeLines() {
        try (ObservationProgress progress = new ObservationProgress(file.console(), 1, () -> nanos)) {
            observe(progress);
            progress.noted(0, "a note");
        }
        assertThat(file.err()).isEqualTo("""
                Observing go1.26.8 at http://10.0.3.7:6060 for 60 s
                30 of 60 s · 1 profile · 1 forced collection
                a note
                60 of 60 s · 1 profile · 1 forced collection, done
                """);
    }

    private void observe(ObservationProgress progress) {
        progress.began(0, TARGET, Plan.of(Duration.ofSeconds(60)));
        progress.captured(0, Capture.of("debug/pprof/heap", 0, Duration.ZERO, true, "x".getBytes(UTF_8)));
        progress.captured(0, Capture.failed("debug/pprof/allocs", 0, Duration.ZERO, "404"));
        progress.waiting(0, Duration.ofSeconds(5));
        nanos = Duration.ofSeconds(30).toNanos();
        progress.gathering(0, Item.GOROUTINES);
        progress.tick();
        progress.waiting(0, Duration.ofSeconds(30));
        progress.waiting(0, Duration.ofSeconds(35));
        nanos = Duration.ofSeconds(60).toNanos();
        progress.ended(0, Duration.ofSeconds(60));
    }
}
