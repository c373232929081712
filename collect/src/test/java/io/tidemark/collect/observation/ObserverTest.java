package io.tidemark.collect.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.http.TestServer;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observes a server that answers well. What goes wrong is in {@link FaultyTargetTest}. */
class ObserverTest {
    private FakeTarget target;

    @BeforeEach
    void start() throws IOException {
        target = new FakeTarget();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void observe_aMinute_followsThePlan() {
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.HEAP)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L);
        assertThat(observation.captures(CaptureName.HEAP)).allMatch(Capture::isCollected);
        assertThat(times(observation, CaptureName.VARS)).hasSize(13);
        assertThat(times(observation, CaptureName.GOROUTINE_DUMP)).containsExactly(30L);
        assertThat(times(observation, CaptureName.ALLOCS)).containsExactly(0L, 60L);
        assertThat(target.collections).hasValue(7);
        assertThat(observation.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(observation.start()).hasToString("2026-11-20T10:00:00Z");
        assertThat(observation.notes()).isEmpty();
    }

    @Test
    void observe_twoMinutes_skipsHeapsThatWouldBeTheSame() {
        Observation observation = target.observe(
                Plan.of(Duration.ofMinutes(2)).within(FakeTarget.minute().bounds()));
        assertThat(times(observation, CaptureName.HEAP)).containsExactly(0L, 20L, 40L, 60L, 80L, 100L, 120L);
        assertThat(target.collections).hasValue(7);
    }

    @Test
    void observe_collectionsOfTheTargetsOwn_areSeen() {
        target.put("/metrics", exchange -> {
            target.collections.incrementAndGet(); // it is busy
            TestServer.answer(exchange, 404, new byte[0]);
        });
        Observation observation = target.observe(Plan.of(Duration.ofSeconds(20), Duration.ofSeconds(1))
                .within(FakeTarget.minute().bounds()));
        assertThat(times(observation, CaptureName.HEAP)).hasSizeBetween(7, 9);
    }

    @Test
    void observe_largeHeap_collectsAtTheEdgesOnly() {
        Observation observation = target.heap(3_000_000_000L).observe(FakeTarget.minute());
        List<Capture> forced = observation
                .captures(CaptureName.HEAP)
                .filter(Capture::isCollected)
                .toList();
        assertThat(forced).extracting(capture -> capture.at().toSeconds()).containsExactly(0L, 60L);
        assertThat(target.collections).hasValue(2);
    }

    @Test
    void observe_withSearchForLeaks_collectsNoMore() {
        target.put("/debug/pprof/goroutineleak", exchange -> {
            target.collections.incrementAndGet();
            TestServer.answer(exchange, 200, "goroutine profile: total 1\n1 @ 0x1\n".getBytes(UTF_8));
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.GOROUTINE_LEAK)).containsExactly(30L);
        assertThat(target.collections).hasValue(7);
        assertThat(times(observation, CaptureName.HEAP)).startsWith(0L).endsWith(60L);
    }

    @Test
    void observe_manyGoroutines_leavesTheDumpOut() {
        target.put(FakeTarget.GOROUTINES, "goroutine profile: total 200000\n200000 @ 0x1 0x2\n");
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(problem(observation, CaptureName.GOROUTINE_DUMP))
                .isEqualTo("left out, as there are 200000 goroutines, and a dump stops them all (the limit is 20000)");
        assertThat(target.requests(FakeTarget.GOROUTINES)).noneMatch(request -> request.contains("debug=2"));
    }

    @Test
    void observe_withoutVars_takesTheTextOfTheHeap() {
        String heap =
                "heap profile: 1: 2 [3: 4] @ heap/1048576\n1: 2 [3: 4] @ 0x1\n\n# HeapAlloc = 4096\n# NumGC = 3\n";
        target.put(FakeTarget.VARS, exchange -> TestServer.answer(exchange, 404, new byte[0]));
        target.put(FakeTarget.HEAP, heap);
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.HEAP_TEXT)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L);
        assertThat(target.requests(FakeTarget.VARS)).as("404 is asked for once").hasSize(1);
    }

    @Test
    void observe_metrics_areKeptAsText() {
        target.put("/metrics", "# TYPE go_goroutines gauge\ngo_goroutines 7\n");
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.METRICS)).hasSize(13);
    }

    @Test
    void observe_cancelled_givesWhatThereIs() {
        target.time.cancelAt(Duration.ofSeconds(25));
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.HEAP)).containsExactly(0L, 10L, 20L);
        assertThat(observation.notes()).containsExactly("ended after 25 s of 60 s by the user");
    }

    @Test
    void observe_aTargetThatSuffers_ends() {
        target.put(FakeTarget.VARS, exchange -> {
            target.time.pass(Duration.ofMillis(target.time.nanos() > 20e9 ? 700 : 2));
            TestServer.answer(exchange, 200, "{}".getBytes(UTF_8));
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(observation.length()).isLessThan(Duration.ofSeconds(35));
        assertThat(observation.notes())
                .containsExactly(
                        "ended after 30 s of 60 s, as the target answered ever more slowly: 2 ms at first, 700 ms now");
    }

    @Test
    void observe_aLongCollection_isTheLastOne() {
        target.put(FakeTarget.HEAP, exchange -> {
            target.collections.incrementAndGet();
            target.time.pass(Duration.ofSeconds(3));
            TestServer.answer(
                    exchange, 200, "heap profile: 1: 2 [3: 4] @ heap/1048576\n1: 2 [3: 4] @ 0x1\n".getBytes(UTF_8));
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(observation.captures().stream().filter(Capture::isCollected)).hasSize(1);
        assertThat(observation.notes())
                .first()
                .asString()
                .isEqualTo("a collection took more than 2 s, so the target was not made to collect any more");
    }

    @Test
    void observe_processThatRestarts_isFoundAgain(@TempDir Path proc) throws IOException {
        process(proc, 7);
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net/tcp"),
                String.format(
                        "0: 0100007F:%04X 00000000:0000 0A 0:0 00:0 0 0 0 4711 1\n",
                        target.server().port()));
        target.put("/debug/pprof/allocs", exchange -> {
            Files.move(proc.resolve("7"), proc.resolve("old"));
            process(proc, 8);
            TestServer.answer(exchange, 404, new byte[0]);
        });
        Observation observation = target.on(new SystemFiles(proc, proc)).observe(FakeTarget.minute());
        assertThat(times(observation, CaptureName.PROC_STATUS))
                .as("all but the one at 5 s, which finds out")
                .hasSize(12)
                .doesNotContain(5L);
        assertThat(problem(observation, CaptureName.PROC_STATUS)).isEqualTo("process 7 has ended");
        assertThat(observation.notes()).containsExactly("the process ended, and process 8 took its place");
    }

    private static void process(Path proc, int pid) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.createDirectories(directory.resolve("fd"));
        Files.createSymbolicLink(directory.resolve("fd/3"), Path.of("socket:[4711]"));
        Files.writeString(directory.resolve("status"), "Pid:\t" + pid + "\n");
    }

    @Test
    void observe_profileThatIsPackedTwice_isUnpacked() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(twice)) {
            out.write(Files.readAllBytes(Path.of("..", "examples", "scraper", "heap-after.pb.gz")));
        }
        target.put(FakeTarget.HEAP, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            TestServer.answer(exchange, 200, twice.toByteArray());
        });
        Observation observation = target.observe(Plan.of(Duration.ZERO));
        Capture heap = observation.captures(CaptureName.HEAP).findFirst().orElseThrow();
        assertThat(ProfileFormats.isProfile(heap.open())).isTrue();
    }

    @Test
    void observe_password_staysWithTheServer() {
        Observation observation = target.observe(FakeTarget.minute());
        String all = (observation + observation.captures().toString()).toLowerCase(Locale.ROOT);
        assertThat(all).doesNotContain("secret").contains("127.0.0.1");
    }

    private static List<Long> times(Observation observation, String name) {
        return observation
                .captures(name)
                .map(capture -> capture.at().toSeconds())
                .toList();
    }

    private static String problem(Observation observation, String name) {
        return observation.captures().stream()
                .filter(capture -> capture.name().equals(name) && capture.isFailed())
                .findFirst()
                .map(Capture::problem)
                .orElse("");
    }
}
