package io.tidemark.cli.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidemark.cli.console.FakeConsole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches profiles from a server of its own. */
class FetchedProfileTest {
    private static final Path HEAP = Path.of("..", "examples", "scraper", "heap-after.pb.gz");

    @TempDir
    private Path directory;

    private HttpServer server;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void run_ofAServer_keepsWhatItFetched() {
        FakeConsole console = new FakeConsole("")
                .environment("PPROF_TMPDIR", directory.resolve("kept").toString());
        assertThat(run(console, "-top", "-seconds=5", url("/debug/pprof/heap"))).isZero();
        assertThat(console.out()).startsWith("File: scraper\n");
        assertThat(asked).isEqualTo("/debug/pprof/heap?seconds=5");
        Path kept =
                directory.resolve("kept/pprof.scraper.alloc_objects.alloc_space.inuse_objects.inuse_space.001.pb.gz");
        assertThat(console.err())
                .isEqualTo("Fetching profile over HTTP from " + url("/debug/pprof/heap?seconds=5")
                        + "\nPlease wait... (5s)\nSaved profile in " + kept + "\n");
        FakeConsole again = new FakeConsole("");
        assertThat(run(again, "-top", kept.toString())).isZero();
        assertThat(again.out()).isEqualTo(console.out());
    }

    @Test
    void run_ofAServer_isKeptAtHome() {
        FakeConsole console = new FakeConsole("").environment("HOME", directory.toString());
        assertThat(run(console, "-comments", url("/heap"))).isZero();
        assertThat(directory.resolve("pprof")).isDirectoryContaining("glob:**.001.pb.gz");
    }

    @Test
    void run_ofAServerWithoutThePage_isOneLine() {
        FakeConsole console = new FakeConsole("").environment("HOME", directory.toString());
        assertThat(run(console, "-top", url("/missing"))).isEqualTo(2);
        assertThat(console.err().lines().toList()).hasSize(2);
        assertThat(console.err())
                .contains("tidemark: " + url("/missing") + ": ")
                .contains("404");
    }

    private static int run(FakeConsole console, String... arguments) {
        return new PprofCommand(console.console()).run(List.of(arguments));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestURI().toString();
        byte[] body = Files.readAllBytes(HEAP);
        if (asked.endsWith("missing")) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
