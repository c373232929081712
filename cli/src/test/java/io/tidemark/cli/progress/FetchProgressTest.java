package io.tidemark.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import io.tidemark.collect.fetch.FetchOptions;
import io.tidemark.collect.fetch.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FetchProgressTest {
    private static final Source FILE = new Source.LocalFile(Path.of("heap.pb.gz"));

    private final FakeConsole terminal = new FakeConsole("").terminal(Stream.ERR);
    private final FakeConsole file = new FakeConsole("");
    private long nanos;

    @Test
    void localFile_readAtOnce_showsNothing() {
        try (FetchProgress progress = new FetchProgress(terminal.console(), 1, () -> nanos)) {
            progress.started(FILE);
            progress.progressed(FILE, 100, OptionalLong.of(100));
            progress.finished(FILE);
        }
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void localFile_thatTakesAWhile_hasABarThatGoesAway() {
        try (FetchProgress progress = new FetchProgress(terminal.console(), 1, () -> nanos)) {
            progress.started(FILE);
            pass(500);
            progress.progressed(FILE, 25 << 20, OptionalLong.of(100 << 20));
            pass(50);
            progress.progressed(FILE, 26 << 20, OptionalLong.of(100 << 20));
        }
        assertThat(terminal.err()).isEqualTo("\rheap.pb.gz █████░░░░░░░░░░░░░░░ 25MB of 100MB\033[K\r\033[K");
    }

    @Test
    void server_thatRecords_showsHowLongItWillTake() {
        try (FetchProgress progress = new FetchProgress(terminal.console(), 1, () -> nanos)) {
            progress.started(server());
            pass(15_000);
            progress.tick();
        }
        assertThat(terminal.err())
                .contains("\rlocalhost:6060/debug/pprof/profile ██████████░░░░░░░░░░ 15 of 30 s\033[K");
    }

    @Test
    void severalSources_onATerminal_areCounted() {
        try (FetchProgress progress = new FetchProgress(terminal.console(), 4, () -> nanos)) {
            progress.started(FILE);
            progress.progressed(FILE, 1000, OptionalLong.empty());
            progress.finished(FILE);
            pass(1000);
            progress.failed(server(), "no answer");
            progress.tick();
        }
        assertThat(terminal.err())
                .isEqualTo("\033[0;31mlocalhost:6060/debug/pprof/profile: no answer\033[0m\n"
                        + "\r4 profiles ██████████░░░░░░░░░░ 1 read, 1000B, 1 failed\033[K\r\033[K");
    }

    @Test
    void noTerminal_always_hasALineForEachServer() {
        try (FetchProgress progress = new FetchProgress(file.console(), 2, () -> nanos)) {
            progress.started(server());
            progress.started(FILE);
            pass(15_000);
            progress.progressed(FILE, 1, OptionalLong.of(100));
            progress.finished(FILE);
            progress.noted("Something else.");
        }
        assertThat(file.err()).isEqualTo("""
                        Fetching profile over HTTP from http://localhost:6060/debug/pprof/profile?seconds=30
                        Please wait... (30s)
                        Something else.
                        """);
    }

    @Test
    void line_narrowTerminal_losesTheMiddleOfTheName() {
        terminal.environment("COLUMNS", "50");
        try (FetchProgress progress = new FetchProgress(terminal.console(), 1, () -> nanos)) {
            progress.started(server());
            pass(1000);
            progress.tick();
        }
        assertThat(terminal.err()).contains("\rlocalhos…f/profile █░");
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }

    private static Source server() {
        FetchOptions options = FetchOptions.of(Map.of());
        return Source.of(
                "localhost:6060/debug/pprof/profile",
                new FetchOptions(
                        Duration.ofSeconds(30),
                        options.timeout(),
                        options.tls(),
                        options.limits(),
                        options.comments(),
                        options.environment()));
    }
}
