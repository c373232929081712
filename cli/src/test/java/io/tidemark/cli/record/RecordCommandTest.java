package io.tidemark.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.cli.console.FakeConsole;
import io.tidemark.collect.bundle.Bundle;
import io.tidemark.collect.observation.Cancellation;
import io.tidemark.collect.observation.Time;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records a server of its own, in no time. */
class RecordCommandTest {
    private static final Path HEAP = Path.of("..", "examples", "scraper", "heap-after.pb.gz");

    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        byte[] heap = Files.readAllBytes(HEAP);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/debug/pprof/heap", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, heap.length);
                exchange.getResponseBody().write(heap);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void run_aTarget_writesABundle() throws IOException {
        Path bundle = directory.resolve("b.zip");
        assertThat(run("--duration", "1m", "-every=10s", url(), "--output", bundle.toString()))
                .isZero();
        Observation observation = Bundle.read(bundle).get(0);
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
        assertThat(observation.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines())
                .anyMatch(line -> line.matches("Observing http://127.0.0.1:\\d+ .*for 60 s"))
                .contains("60 of 60 s · 7 profiles · 7 forced collections, done")
                .anyMatch(line -> line.startsWith("Without debug/pprof/allocs, debug/pprof/block, "))
                .anyMatch(line -> line.matches("Wrote .*b.zip, .*; tidemark diagnose .*b.zip tells what it means"));
    }

    @Test
    void run_aTargetThatIsNotThere_leavesNothing() throws IOException {
        server.stop(0);
        assertThat(run(
                        "--duration",
                        "1m",
                        "--output",
                        directory.resolve("b.zip").toString(),
                        url().replace("127.0.0.1", "user:secret@127.0.0.1")))
                .isEqualTo(3);
        assertThat(console.err())
                .matches("(?s).*tidemark: http://127.0.0.1:\\d+: 127.0.0.1:\\d+: connection refused.*")
                .doesNotContain("secret");
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void run_oneOfTwoTargets_writesABundleAndSaysWhich() throws IOException {
        Path bundle = directory.resolve("b.zip");
        assertThat(run("--duration", "10s", "--output", bundle.toString(), url(), "127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(Bundle.read(bundle)).hasSize(2);
        assertThat(console.err()).contains("tidemark: http://127.0.0.1:1: 127.0.0.1:1: connection refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | no target (expected an address such as HOST:6060, or --pid; tidemark record -h explains all)",
                "h:1                             | no --output (expected the file to write, such as --output incident.zip)",
                "--output x --every 10 h:1       | --every: 10 (expected a duration such as 10s, 5m or 1h)",
                "--output x --every 500ms h:1    | --every: 500 ms (expected 1s or more)",
                "--output x --duration 0s h:1    | --duration: 0 s (expected 1s to 168h)",
                "--output x --duration 168h --every 1s h:1 | --every: a plan of 604800 rounds (expected no more than 131072)",
                "--output x --durration 1m h:1   | --durration: no such flag; did you mean --duration?",
                "--output                        | --output needs a value",
                "--output x --output y h:1       | --output is given twice",
                "--output x --pid z              | --pid: z (expected a number)",
                "--output x --pid -7             | --pid: -7 (expected the number of a process)",
                "--output x --pid 7 h:1 h:2      | --pid with 2 targets (expected it with one, or alone)",
                "--output x --timeout 1h h:1     | --timeout: 3600000 ms (expected more than 0, up to 10m)",
                "--output x --tls_key k h:1      | -tls_key is specified, so -tls_cert must also be specified",
                "--output x http://u:s@h:x       | http://h:x: host h:x (expected HOST or HOST:PORT)",
                "--output . h:1                  | --output: . is a directory (expected a file)",
                "--output no/such/x h:1          | no/such/x.part: no such file or directory",
            })
    void run_badUsage_isASentence(String line, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(console.err()).isEqualTo("tidemark: " + message + "\n");
        assertThat(console.out()).isEmpty();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/debug/pprof/";
    }

    private int run(String... arguments) {
        return new RecordCommand(console.console(), new QuickTime()).run(List.of(arguments));
    }

    /** A clock on which nobody waits. */
    private static final class QuickTime implements Time {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos());
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration time, Cancellation cancellation) {
            if (!time.isNegative()) {
                nanos.addAndGet(time.toNanos());
            }
        }
    }
}
