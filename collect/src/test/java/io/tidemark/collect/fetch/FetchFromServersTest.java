package io.tidemark.collect.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.http.TestServer;
import io.tidemark.collect.symbolize.MappingSources;
import io.tidemark.collect.symbolize.Post;
import io.tidemark.collect.symbolize.SymbolizeMode;
import io.tidemark.collect.symbolize.Symbolizer;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchFromServersTest {
    private final RecordedListener listener = new RecordedListener();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Fetched fetch(String... sources) throws IOException {
        return new Fetcher(FetchOptions.of(Map.of()), UnaryOperator.identity(), listener)
                .fetch(Arrays.asList(sources), List.of());
    }

    private String serve(String path, Profile profile) throws IOException {
        server.on(path, TestProfiles.gzip(profile));
        return server.url(path);
    }

    @Test
    void fetch_url_isItsProfile() throws IOException {
        String url = serve("/debug/pprof/heap", TestProfiles.of("f", 7));
        Fetched fetched = fetch(server.hostAndPort() + "/debug/pprof/heap");
        assertThat(TestProfiles.samples(fetched.profile())).containsExactly("f=7");
        assertThat(fetched.isRemote()).isTrue();
        assertThat(listener.started).containsExactly(server.hostAndPort() + "/debug/pprof/heap");
        assertThat(TestProfiles.samples(fetch(url + "?gc=1").profile())).containsExactly("f=7");
        assertThat(server.requests()).containsExactly("/debug/pprof/heap", "/debug/pprof/heap?gc=1");
    }

    /** No server answers before all were asked, so that they could not be asked one after the other. */
    @Test
    void fetch_aHundredServers_areAskedAtOnceAndMergedInOrder() throws IOException {
        CountDownLatch allAsked = new CountDownLatch(100);
        server.on("/", exchange -> {
            int number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            allAsked.countDown();
            try {
                allAsked.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            TestServer.answer(exchange, 200, TestProfiles.gzip(TestProfiles.of("f" + number, number + 1)));
        });
        String[] urls =
                IntStream.range(0, 100).mapToObj(i -> server.url("/" + i)).toArray(String[]::new);
        Profile profile = fetch(urls).profile();
        assertThat(TestProfiles.samples(profile))
                .isEqualTo(IntStream.range(0, 100)
                        .mapToObj(i -> "f" + i + "=" + (i + 1))
                        .toList());
        assertThat(listener.finished).hasSize(100);
    }

    @Test
    void fetch_oneServerThatFails_doesNotStopTheOthers() throws IOException {
        String good = serve("/good", TestProfiles.of("f", 7));
        server.on("/html", exchange -> TestServer.answer(exchange, 200, "text/html", "<html><body>Login</body></html>"))
                .on("/missing", exchange -> {
                    exchange.getResponseHeaders().set("X-Go-Pprof", "1");
                    TestServer.answer(exchange, 404, "text/plain", "Unknown profile\n");
                });
        List<String> urls = new ArrayList<>(List.of(server.url("/html"), good, server.url("/missing")));
        assertThat(TestProfiles.samples(fetch(urls.toArray(new String[0])).profile()))
                .containsExactly("f=7");
        assertThat(listener.failed).hasSize(2);
        assertThat(listener.failed.get(0)).startsWith(server.url("/html") + ": the input is an HTML page");
        assertThat(listener.failed.get(1))
                .isEqualTo(server.url("/missing") + ": server response: 404 Not Found - Unknown profile");
        assertThat(listener.noted).containsExactly("Fetched 1 source profiles out of 3");
    }

    @Test
    void fetch_password_isNeverShown() throws IOException {
        server.on("/x", exchange -> TestServer.answer(exchange, 403, new byte[0]))
                .on("/heap", TestProfiles.gzip(TestProfiles.withMapping(0x1000, "", "")));
        String user = "http://user:secret@" + server.hostAndPort();
        assertThatThrownBy(() -> fetch(user + "/x")).hasMessage(server.url("/x") + ": server response: 403 Forbidden");
        Fetched fetched = fetch(user + "/heap", user + "/x");
        String shown = String.join(" ", listener.started)
                + listener.failed
                + listener.noted
                + listener.bytes
                + fetched.profile().mappings();
        assertThat(shown)
                .contains(server.hostAndPort())
                .doesNotContain("secret")
                .doesNotContain("user");
    }

    @Test
    void servers_post_asksAsWhoeverFetched() throws IOException {
        server.on("/heap", TestProfiles.gzip(TestProfiles.withMapping(0x1000, "", "")))
                .on("/symbol", exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    boolean knows = "Basic dXNlcjpzZWNyZXQ="
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    TestServer.answer(
                            exchange, knows ? 200 : 401, "text/plain", exchange.getRequestMethod() + " " + body);
                });
        Post servers =
                fetch("http://user:secret@" + server.hostAndPort() + "/heap").servers();
        assertThat(servers.post(server.url("/symbol"), "0x10+0x20")).asString().isEqualTo("POST 0x10+0x20");
        assertThatThrownBy(() -> servers.post(server.url("/none"), ""))
                .hasMessage(server.url("/none") + ": server response: 404 Not Found");
    }

    @Test
    void fetch_mappings_knowTheirServers() throws IOException {
        String a = serve("/a", TestProfiles.withMapping(0x1000, "/bin/app", "abc"));
        String c = serve("/c", TestProfiles.withMapping(0x7000, "", ""));
        Fetched fetched = fetch(a, c);
        assertThat(fetched.profile().mappings()).extracting(Mapping::file).containsExactly("/bin/app", c);
        assertThat(MappingSources.withoutUrls(fetched.profile()).mappings())
                .extracting(Mapping::file)
                .containsExactly("/bin/app", "");
        server.on("/symbolz", exchange -> TestServer.answer(exchange, 200, "text/plain", "0x7010 main\n"));
        Symbolizer symbolizer = new Symbolizer(Tools.onPath(Map.of()), fetched.servers(), message -> assertThat(message)
                .isEmpty());
        SymbolizeMode remote =
                SymbolizeMode.parse("remote", message -> assertThat(message).isEmpty());
        Profile named = symbolizer.symbolize(fetched.profile(), remote, fetched.mappingSources());
        assertThat(TestProfiles.samples(named)).contains("main=1");
    }

    @Test
    void fetch_largeBodiesThatWait_areMergedInOrder() throws IOException {
        // More than a spool keeps in memory, and enough of them to have to wait.
        List<String> urls = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "f" + i + "x".repeat(2 * Spool.IN_MEMORY);
            int number = i;
            server.on("/" + i, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                ProfileProtoWriter.writeUncompressed(TestProfiles.of(name, number + 1), exchange.getResponseBody());
            });
            urls.add(server.url("/" + i));
            expected.add(name + "=" + (i + 1));
        }
        assertThat(TestProfiles.samples(fetch(urls.toArray(new String[0])).profile()))
                .isEqualTo(expected);
    }
}
