package io.tidemark.collect.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import io.tidemark.collect.http.TestServer;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server like that of a Go program, which has pages replaced by worse ones. */
final class FakeTarget implements AutoCloseable {
    static final String HEAP = "/debug/pprof/heap";
    static final String ALLOCS = "/debug/pprof/allocs";
    static final String GOROUTINES = "/debug/pprof/goroutine";
    static final String VARS = "/debug/vars";

    private static final Path SCRAPER = Path.of("..", "examples", "scraper");

    final FakeTime time = new FakeTime();
    final AtomicInteger collections = new AtomicInteger();
    private final TestServer server;
    private final Map<String, HttpHandler> pages = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private SystemFiles system = new SystemFiles(Path.of("no", "such"), Path.of("no", "such"));
    private long heapBytes = 12_000_000;

    FakeTarget() throws IOException {
        server = TestServer.http();
        byte[] heap = Files.readAllBytes(SCRAPER.resolve("heap-after.pb.gz"));
        byte[] dump = Files.readAllBytes(SCRAPER.resolve("goroutines.txt"));
        byte[] goroutines = "goroutine profile: total 2\n2 @ 0x1 0x2\n".getBytes(UTF_8);
        put(HEAP, exchange -> {
            if (String.valueOf(exchange.getRequestURI().getQuery()).contains("gc=1")) {
                collections.incrementAndGet();
            }
            TestServer.answer(exchange, 200, heap);
        });
        put("/debug/pprof/goroutineleak", exchange -> TestServer.answer(exchange, 404, new byte[0]));
        put(ALLOCS, exchange -> TestServer.answer(exchange, 200, heap));
        put(GOROUTINES, exchange -> {
            boolean isDump = String.valueOf(exchange.getRequestURI().getQuery()).contains("debug=2");
            TestServer.answer(exchange, 200, isDump ? dump : goroutines);
        });
        put(VARS, exchange -> TestServer.answer(exchange, 200, vars()));
    }

    /** Replaces a page, or adds one. */
    FakeTarget put(String path, HttpHandler page) {
        pages.put(path, page);
        return this;
    }

    FakeTarget put(String path, String body) {
        return put(path, exchange -> TestServer.answer(exchange, 200, body.getBytes(UTF_8)));
    }

    /** Has a live heap of some size. */
    FakeTarget heap(long bytes) {
        heapBytes = bytes;
        return this;
    }

    TestServer server() {
        return server;
    }

    private byte[] vars() {
        String json = "{\"cmdline\":[\"x\"],\"memstats\":{\"HeapAlloc\":" + heapBytes
                + ",\"BySize\":[{\"Size\":8}],\"NumGC\":" + collections + ",\"GCCPUFraction\":0.01}}";
        return json.getBytes(UTF_8);
    }

    /** Is on a machine with such files. */
    FakeTarget on(SystemFiles machine) {
        system = machine;
        return this;
    }

    /** Observes it as a plan says. */
    Observation observe(Plan plan) {
        return observe(plan, new Cancellation());
    }

    Observation observe(Plan plan, Cancellation cancellation) {
        pages.forEach(server::on);
        Observer observer = new Observer(new Transport(TlsFiles.NONE, Map.of()), system, time);
        TargetAddress address = TargetAddress.parse(server.url("/debug/pprof/").replace("//", "//user:secret@"));
        return observer.observe(List.of(address), plan, new Listener(), cancellation)
                .get(0);
    }

    /** What the user was told. */
    List<String> notes() {
        return notes;
    }

    /** The requests to a page. */
    List<String> requests(String path) {
        return server.requests().stream()
                .filter(request -> Arrays.asList(request.split("\\?", 2)).get(0).equals(path))
                .toList();
    }

    /** A plan for a minute. */
    static Plan minute() {
        return Plan.of(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Listener implements Progress {
        @Override
        public void noted(int target, String sentence) {
            notes.add(sentence);
        }
    }
}
