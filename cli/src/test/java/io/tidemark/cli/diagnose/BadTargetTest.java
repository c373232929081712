package io.tidemark.cli.diagnose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.cli.console.FakeConsole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diagnoses servers that are none, or bad ones: one sentence, what can still be said, and the right exit status. */
@Timeout(120)
class BadTargetTest {
    private static final Path HEAP = Path.of("..", "examples", "scraper", "heap-after.pb.gz");

    private final FakeConsole console = new FakeConsole("");
    private final List<Socket> accepted = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        synchronized (accepted) {
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    @Test
    void diagnose_serverThatHangs_isGivenUp() {
        assertThat(diagnose()).isEqualTo(3); // the system accepts connections that nobody takes
        assertThat(console.err()).contains(": no complete answer within 1 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH_9.2p1\\r\\n                       | does not speak HTTP",
                "''                                                | closed the connection without an answer",
                "HTTP/1.1 401 No\\r\\nContent-Length: 0\\r\\n\\r\\n | server response: 401 No (give user and password",
                "HTTP/1.1 403 No\\r\\nContent-Length: 0\\r\\n\\r\\n | server response: 403 No",
                "HTTP/1.1 500 No\\r\\nContent-Length: 0\\r\\n\\r\\n | server response: 500 No",
                "HTTP/1.1 302 No\\r\\nLocation: /x\\r\\n\\r\\n       | more than 10 redirects, the last to http://127",
                "HTTP/1.1 200 OK\\r\\n\\r\\n<html>Sign in</html>    | an HTML page came instead, as of a login",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nx | the answer broke off after 1 of 9 bytes",
            })
    void diagnose_serverThatAnswersWrongly_isASentence(String answer, String sentence) {
        answer(answer.replace("\\r\\n", "\r\n"));
        assertThat(diagnose()).isEqualTo(3);
        assertThat(console.err().lines().filter(line -> line.startsWith("tidemark: ")))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void diagnose_hostThatIsNone_isASentence() {
        assertThat(run("http://no-such-host.invalid:6060")).isEqualTo(3);
        assertThat(console.err()).contains("tidemark: http://no-such-host.invalid:6060: no such host: ");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void diagnose_processThatIsNone_isASentence() {
        assertThat(run("--pid", "999999999")).isEqualTo(3);
        assertThat(console.err()).endsWith("tidemark: process 999999999: there is no process 999999999\n");
    }

    @Test
    void diagnose_oneOfTwoThatIsDead_answersForTheOther() throws IOException {
        byte[] heap = Files.readAllBytes(HEAP);
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/debug/pprof/heap", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, heap.length);
                exchange.getResponseBody().write(heap);
            }
        });
        other.start();
        try {
            assertThat(run("127.0.0.1:1", "127.0.0.1:" + other.getAddress().getPort()))
                    .isEqualTo(3);
            assertThat(console.out()).contains("main.parseSeries");
            assertThat(console.err()).contains("tidemark: http://127.0.0.1:1: 127.0.0.1:1: connection refused");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void diagnose_monitorOfTwoTargets_isBadUsage() {
        assertThat(run("--monitor", "5MiB", "a:1", "b:1")).isEqualTo(2);
        assertThat(console.err()).isEqualTo("tidemark: --monitor with 2 targets (expected it with one)\n");
    }

    /** Gives every request the same answer, and closes the connection. */
    private void answer(String answer) {
        Thread thread = new Thread(() -> {
            try {
                while (!server.isClosed()) {
                    Socket socket = server.accept();
                    synchronized (accepted) {
                        accepted.add(socket);
                    }
                    byte[] request = new byte[4096];
                    if (socket.getInputStream().read(request) > 0) {
                        OutputStream out = socket.getOutputStream();
                        out.write(answer.getBytes(ISO_8859_1));
                        out.flush();
                    }
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private int diagnose() {
        return run("http://127.0.0.1:" + server.getLocalPort());
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--duration", "1s", "--timeout", "1s"));
        line.addAll(List.of(arguments));
        return new DiagnoseCommand(console.console()).run(line);
    }
}
