package io.tidemark.collect.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.http.TestServer;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observes servers that do it wrong: each fault is a sentence, and the rest is there. */
class FaultyTargetTest {
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
    void observe_pageThatHangs_isAskedTwice() {
        target.server().hangingAfter("/metrics", new byte[] {'#'}, 0);
        Plan plan = FakeTarget.minute().within(Bounds.DEFAULT.withTimeout(Duration.ofSeconds(1)));
        Observation observation = target.observe(plan);
        assertThat(problem(observation, CaptureName.METRICS)).startsWith("no complete answer within 1 s");
        assertThat(target.requests("/metrics")).hasSize(2);
        assertThat(observation.captures(CaptureName.VARS)).hasSize(13);
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
    }

    @Test
    void observe_htmlPage_isNamed() {
        target.put(FakeTarget.VARS, "<!DOCTYPE html><html><body>Sign in</body></html>");
        target.put(FakeTarget.GOROUTINES, "<html>Sign in</html>");
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(problem(observation, CaptureName.VARS))
                .isEqualTo("an HTML page came instead, as of a login or another server");
        assertThat(problem(observation, CaptureName.GOROUTINES)).startsWith("an HTML page came instead");
        assertThat(target.requests(FakeTarget.VARS)).hasSize(2);
        assertThat(observation.captures(CaptureName.HEAP)).isNotEmpty();
    }

    @Test
    void observe_truncatedProfile_isNoCapture() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("..", "examples", "scraper", "heap-after.pb.gz"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        target.put(FakeTarget.HEAP, exchange -> TestServer.answer(exchange, 200, half));
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(observation.captures(CaptureName.HEAP)).isEmpty();
        assertThat(problem(observation, CaptureName.HEAP)).contains("ends early");
        assertThat(observation.captures(CaptureName.VARS)).hasSize(13);
    }

    @Test
    void observe_redirectWithoutEnd_isGivenUp() {
        target.put(FakeTarget.ALLOCS, exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            FakeTarget.ALLOCS + "?" + target.server().requests().size());
            TestServer.answer(exchange, 302, new byte[0]);
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(problem(observation, CaptureName.ALLOCS))
                .startsWith("more than 10 redirects, the last to http://127");
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
    }

    @Test
    void observe_connectionThatIsReset_isASentence() {
        target.put(FakeTarget.GOROUTINES, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("goroutine profile".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(problem(observation, CaptureName.GOROUTINES)).startsWith("the answer broke off after");
        assertThat(problem(observation, CaptureName.GOROUTINE_DUMP))
                .isEqualTo("left out, as the number of goroutines is not known");
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
    }

    @Test
    void observe_bodyOf300MegaBytes_isNotTaken() {
        target.put(FakeTarget.ALLOCS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 300; i++) {
                    out.write(block);
                }
            }
        });
        Plan plan = Plan.of(Duration.ofMinutes(1))
                .within(new Bounds(Duration.ofSeconds(20), 8 << 20, 1 << 30, 7, 1 << 30, 20_000));
        Observation observation = target.observe(plan);
        assertThat(problem(observation, CaptureName.ALLOCS))
                .isEqualTo("an answer of 8 MiB or more, which is the limit");
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
    }

    @Test
    void observe_moreThanTheTotal_ends() {
        Plan plan = FakeTarget.minute().within(FakeTarget.minute().bounds().withTotalBytes(10_000));
        Observation observation = target.observe(plan);
        assertThat(observation.length()).isLessThan(Duration.ofMinutes(1));
        assertThat(observation.notes().get(0)).endsWith("as there are more than 0 MiB of answers, which is the limit");
    }

    @Test
    void observe_textThatIsABomb_isNotTaken() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                out.write(" ".repeat(1 << 20).getBytes(UTF_8));
            }
        }
        target.put(FakeTarget.VARS, exchange -> TestServer.answer(exchange, 200, bomb.toByteArray()));
        Plan plan =
                FakeTarget.minute().within(new Bounds(Duration.ofSeconds(20), 8 << 20, 1 << 30, 7, 1 << 30, 20_000));
        Observation observation = target.observe(plan);
        assertThat(observation.captures(CaptureName.VARS)).isEmpty();
        assertThat(problem(observation, CaptureName.VARS)).startsWith("an answer of 8 MiB or more");
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(7);
    }

    @Test
    void observe_targetThatDies_isSeenUntilThen() {
        target.put(FakeTarget.VARS, exchange -> {
            TestServer.answer(exchange, 200, "{}".getBytes(UTF_8));
            if (target.time.nanos() >= 20e9) {
                target.close();
            }
        });
        Observation observation = target.observe(FakeTarget.minute());
        // its last answer may be cut off as it dies
        assertThat(observation.length()).isIn(Duration.ofSeconds(15), Duration.ofSeconds(20));
        assertThat(observation.notes())
                .last()
                .asString()
                .matches("nothing was heard of the target after (15|20) s: 127.0.0.1:\\d+: .*");
    }

    @Test
    void observe_slowServer_isAskedLessAndNotForEver() {
        for (String page : List.of(FakeTarget.HEAP, FakeTarget.VARS, FakeTarget.GOROUTINES)) {
            target.put(page, exchange -> {
                target.time.pass(Duration.ofSeconds(9));
                TestServer.answer(exchange, 404, new byte[0]);
            });
        }
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(problem(observation, CaptureName.ALLOCS))
                .isEqualTo("left out, as the answers before it took too long");
    }

    @Test
    void observe_aTargetWithoutVarsThatSuffers_ends() {
        target.put(FakeTarget.VARS, exchange -> TestServer.answer(exchange, 404, new byte[0]));
        target.put("/metrics", exchange -> {
            target.time.pass(Duration.ofMillis(target.time.nanos() > 20e9 ? 700 : 2));
            TestServer.answer(exchange, 200, "go_goroutines 7\n".getBytes(UTF_8));
        });
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(observation.notes())
                .containsExactly(
                        "ended after 30 s of 60 s, as the target answered ever more slowly: 2 ms at first, 700 ms now");
    }

    @Test
    void observe_nobodyThere_endsAtOnce() {
        target.close();
        Observation observation = target.observe(FakeTarget.minute());
        assertThat(observation.captures()).isNotEmpty().allMatch(Capture::isFailed);
        assertThat(problem(observation, CaptureName.HEAP)).matches("127.0.0.1:\\d+: connection refused.*");
        assertThat(target.time.nanos()).isZero();
    }

    @Test
    void observe_cancelledWhileTheServerHangs_doesNotWaitForIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        target.put(FakeTarget.GOROUTINES, exchange -> {
            asked.countDown();
            target.server().hang();
        });
        Cancellation cancellation = new Cancellation();
        Thread user = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                return;
            }
            cancellation.cancel();
        });
        user.start();
        Plan plan = Plan.of(Duration.ofMinutes(1)); // with patience
        Observation observation = target.observe(plan, cancellation);
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(1);
        assertThat(observation.captures(CaptureName.VARS)).hasSize(1);
    }

    @Test
    void observe_manyTargets_areIndependent() throws IOException {
        try (FakeTarget other = new FakeTarget()) {
            target.close();
            other.observe(Plan.of(Duration.ZERO)); // registers its pages
            Path nothing = Path.of("no", "such", "machine");
            Observer observer = new Observer(
                    new Transport(TlsFiles.NONE, Map.of()), new SystemFiles(nothing, nothing), new FakeTime());
            List<Observation> observations = observer.observe(
                    List.of(
                            TargetAddress.parse(target.server().url("")),
                            TargetAddress.parse(other.server().url(""))),
                    FakeTarget.minute(),
                    Progress.SILENT,
                    new Cancellation());
            assertThat(observations.get(0).captures()).allMatch(Capture::isFailed);
            assertThat(observations.get(1).captures(CaptureName.HEAP)).hasSize(7);
        }
    }

    private static String problem(Observation observation, String name) {
        return observation.captures().stream()
                .filter(capture -> capture.name().equals(name) && capture.isFailed())
                .findFirst()
                .map(Capture::problem)
                .orElse("");
    }
}
