package io.tidemark.collect.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TransportTest {
    private static final byte[] BODY = "the body".getBytes(UTF_8);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] get(String url, Duration timeout) throws IOException {
        return get(Map.of(), url, timeout);
    }

    private static byte[] get(Map<String, String> environment, String url, Duration timeout) throws IOException {
        Transport transport = new Transport(TlsFiles.NONE, environment);
        try (InputStream body = transport.get(Address.parse(url), timeout).body()) {
            return body.readAllBytes();
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(String path) {
        return assertThatThrownBy(() -> get(server.url(path), LONG)).isInstanceOf(IOException.class);
    }

    @Test
    void get_ok_isTheBody() throws IOException {
        server.on("/x", BODY);
        assertThat(get(server.url("/x?a=b%20c"), LONG)).isEqualTo(BODY);
        assertThat(server.requests()).containsExactly("/x?a=b%20c");
        Response response = new Transport(TlsFiles.NONE, Map.of()).get(Address.parse(server.url("/x")), LONG);
        assertThat(response.size()).hasValue(BODY.length);
        response.body().close();
    }

    @Test
    void get_chunked_isTheBody() throws IOException {
        server.on("/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
        });
        assertThat(get(server.url("/x"), LONG)).hasSize(100_000);
        try (InputStream body = new Transport(TlsFiles.NONE, Map.of())
                .get(Address.parse(server.url("/x")), LONG)
                .body()) {
            assertThat(body.read()).isZero();
        }
    }

    @Test
    void get_otherStatus_isTheServersWord() {
        server.on("/404", exchange -> TestServer.answer(exchange, 404, "text/html", "<html>long story</html>"));
        assertFailure("/404").hasMessage("server response: 404 Not Found");
        server.on("/", exchange -> TestServer.answer(exchange, 404, BODY));
        assertFailure("/")
                .hasMessage("server response: 404 Not Found"
                        + " (Go programs have their profiles below /debug/pprof/, such as /debug/pprof/heap)");
        server.on("/204", exchange -> TestServer.answer(exchange, 204, new byte[0]));
        assertFailure("/204").hasMessage("server response: 204 No Content");
        server.on("/401", exchange -> TestServer.answer(exchange, 401, BODY));
        assertFailure("/401")
                .hasMessage(
                        "server response: 401 Unauthorized (give user and password as in http://USER:PASSWORD@HOST/)");
    }

    @Test
    void get_errorOfGosHandlers_isTheirText() {
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("X-Go-Pprof", "1");
            TestServer.answer(exchange, 404, "text/plain; charset=utf-8", "Unknown \u001b[1m profile\n");
        });
        assertFailure("/x").hasMessage("server response: 404 Not Found - Unknown  [1m profile");
    }

    @Test
    void get_redirects_areFollowedToAnEnd() throws IOException {
        server.on("/x", BODY)
                .on("/301", 301, "/302?y")
                .on("/302", 302, server.url("/307"))
                .on("/307", 307, "x")
                .on("/loop", 308, "/loop")
                .on("/ftp", 302, "ftp://host/x")
                .on("/nowhere", 302, "");
        assertThat(get(server.url("/301"), LONG)).isEqualTo(BODY);
        assertThat(server.requests()).containsExactly("/301", "/302?y", "/307", "/x");
        assertFailure("/loop").hasMessage("more than 10 redirects, the last to " + server.url("/loop"));
        assertFailure("/ftp")
                .hasMessage("redirected to ftp://host/x: scheme ftp (expected http, https or https+insecure)");
    }

    @Test
    @Timeout(60)
    void get_headersThatNeverEnd_areGivenUp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(socket));
            drip.start();
            assertThatThrownBy(() -> get("http://127.0.0.1:" + socket.getLocalPort() + "/", Duration.ofSeconds(1)))
                    .hasMessageStartingWith("no complete answer within 1 s");
        }
    }

    /** Sends a header without end, until nobody takes it any more. */
    private static void drip(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            while (true) {
                client.getOutputStream().write('x');
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            return; // the client has left
        }
    }

    @Test
    void get_user_isSentToItsServerOnly() throws IOException {
        try (TestServer other = TestServer.http()) {
            other.on(
                    "/",
                    exchange -> TestServer.answer(
                            exchange, exchange.getRequestHeaders().containsKey("Authorization") ? 400 : 200, BODY));
            server.on(
                            "/x",
                            exchange -> TestServer.answer(
                                    exchange,
                                    "Basic dXNlcjpwYXNz"
                                                    .equals(exchange.getRequestHeaders()
                                                            .getFirst("Authorization"))
                                            ? 200
                                            : 401,
                                    BODY))
                    .on("/same", 302, "/x")
                    .on("/other", 302, other.url("/"));
            String base = "http://user:pass@" + server.hostAndPort();
            assertThat(get(base + "/x", LONG)).isEqualTo(BODY);
            assertThat(get(base + "/same", LONG)).isEqualTo(BODY);
            assertThat(get(base + "/other", LONG)).isEqualTo(BODY);
            assertFailure("/x").hasMessageStartingWith("server response: 401 Unauthorized");
        }
    }

    @Test
    void get_proxy_isAskedForTheWholeAddress() throws IOException {
        server.on("/", exchange -> {
            boolean knows =
                    "Basic dXNlcjpwYXNz".equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=proxy");
            TestServer.answer(exchange, knows ? 200 : 407, BODY);
        });
        Map<String, String> environment = Map.of("HTTP_PROXY", "http://user:pass@" + server.hostAndPort());
        assertThat(get(environment, "http://my_service.test/heap", LONG)).isEqualTo(BODY);
        assertThat(server.requests()).containsOnly("http://my_service.test/heap");
    }

    /** In a JVM of its own, since the JDK decides once whether a proxy for HTTPS is given a password. */
    @Test
    void get_proxyForHttps_isGivenItsPassword() throws IOException, InterruptedException {
        String challenge = "HTTP/1.1 407 Who Asks\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
        try (OneAnswer proxy = new OneAnswer(challenge)) {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    TransportTest.class.getName(),
                    "https://host.test/x");
            builder.environment().put("HTTPS_PROXY", proxy.url().replace("//", "//user:pass@"));
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(said).contains("407 Who Asks").doesNotContain("pass");
            assertThat(proxy.asked())
                    .startsWith("CONNECT host.test:443 HTTP/1.1\r\n")
                    .containsIgnoringCase("Proxy-Authorization: Basic dXNlcjpwYXNz\r\n");
        }
    }

    public static void main(String[] urls) {
        try {
            System.out.println(get(System.getenv(), urls[0], LONG).length);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    @Test
    void get_noAnswer_endsInTime() {
        server.hangingAfter("/x", null, 0);
        assertThatThrownBy(() -> get(server.url("/x"), SHORT))
                .hasMessage("no complete answer within 0.3 s (raise it with -timeout)");
    }

    @Test
    void get_answerThatStops_endsInTime() {
        server.hangingAfter("/sized", BODY, 1000).hangingAfter("/chunked", BODY, 0);
        for (String path : new String[] {"/sized", "/chunked"}) {
            assertThatThrownBy(() -> get(server.url(path), SHORT))
                    .hasMessage("no complete answer within 0.3 s (raise it with -timeout)");
        }
    }

    @Test
    void get_answerThatBreaksOff_isTold() throws IOException {
        for (String length : new String[] {"Content-Length: 1000", "Transfer-Encoding: chunked"}) {
            try (OneAnswer broken = new OneAnswer("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n5\r\nab")) {
                assertThatThrownBy(() -> get(broken.url(), LONG)).hasMessageStartingWith("the answer broke off after ");
            }
        }
        try (OneAnswer nothing = new OneAnswer("")) {
            assertThatThrownBy(() -> get(nothing.url(), LONG))
                    .hasMessageContaining("closed the connection without an answer");
        }
        try (OneAnswer garbage = new OneAnswer("\u0001\u0002 garbage\r\n")) {
            assertThatThrownBy(() -> get(garbage.url(), LONG)).hasMessageEndingWith(" does not speak HTTP");
        }
    }

    @Test
    void get_noServer_isTold() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> get("http://user:pass@127.0.0.1:" + port + "/", LONG))
                .hasMessage("127.0.0.1:" + port + ": connection refused");
        assertThatThrownBy(() -> get(Map.of("HTTP_PROXY", "u:p@127.0.0.1:" + port), "http://host/", LONG))
                .hasMessage("proxy 127.0.0.1:" + port + ": connection refused");
        assertThatThrownBy(() -> get("http://no-such-host.invalid/", LONG))
                .hasMessage("no such host: no-such-host.invalid");
    }

    @Test
    void get_tlsFromAPlainServer_isTold() throws IOException {
        try (OneAnswer plain = new OneAnswer("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThatThrownBy(() -> get(plain.url().replace("http:", "https:"), LONG))
                    .hasMessageMatching("127\\.0\\.0\\.1:\\d+ does not speak TLS; try http://");
        }
    }

    /** A server that gives one answer, whatever it is asked, and closes the connection. */
    private static final class OneAnswer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private volatile String asked = "";

        OneAnswer(String answer) throws IOException {
            new Thread(() -> serve(answer.getBytes(UTF_8))).start();
        }

        private void serve(byte[] answer) {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    byte[] request = new byte[10_000];
                    int size = connection.getInputStream().read(request);
                    asked = new String(request, 0, Math.max(size, 0), ISO_8859_1);
                    connection.getOutputStream().write(answer);
                } catch (IOException e) {
                    return;
                }
            }
        }

        /** The start of the last request. */
        String asked() {
            return asked;
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
