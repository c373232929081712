package io.tidemark.analysis;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window that opens pages, clicks, types and answers questions about what it shows, by the DevTools
 * protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+),");
    private static final Pattern TEXT = Pattern.compile("\"type\":\"string\",\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Process process;
    private final Path directory;
    private final WebSocket socket;
    private final String session;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

    private Browser(Process process, Path directory, URI address) throws Exception {
        this.process = process;
        this.directory = directory;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .get(PATIENCE.toSeconds(), SECONDS);
        String target = member("targetId", send("Target.createTarget", "{\"url\":\"about:blank\"}", ""));
        this.session = member(
                "sessionId", send("Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}", ""));
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":1024,\"height\":600,\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** The program, or nothing where none is installed. */
    public static Optional<Path> find() {
        String paths = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String directory : paths.split(":", -1)) {
            for (String name : NAMES) {
                Path program = Path.of(directory, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    public static Browser start(Path program) throws Exception {
        Path directory = Files.createTempDirectory("tidemark-browser");
        List<String> command = List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + directory);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
            for (String line = messages.readLine(); line != null; line = messages.readLine()) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    return new Browser(process, directory, URI.create(matcher.group(1)));
                }
            }
            throw new IOException(program + " does not start");
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Opens an address and waits until the page has run. */
    public void open(String address) throws Exception {
        send("Page.navigate", "{\"url\":\"about:blank\"}");
        await("location.href", "about:blank");
        send("Page.navigate", "{\"url\":" + quote(address) + "}");
        await("document.readyState + location.protocol", "completefile:");
    }

    /** The value of an expression, as a text. */
    public String ask(String expression) throws Exception {
        return ask(expression, session);
    }

    private String ask(String expression, String where) throws Exception {
        String answer = send(
                "Runtime.evaluate",
                "{\"expression\":" + quote("String(" + expression + ")") + "}",
                ",\"sessionId\":\"" + where + "\"");
        Matcher matcher = TEXT.matcher(answer);
        if (!matcher.find()) {
            throw new IOException(expression + ": " + answer);
        }
        return unquote(matcher.group(1));
    }

    /** Waits until an expression has a value. */
    public void await(String expression, String value) throws Exception {
        await(expression, value, session);
    }

    private void await(String expression, String value, String where) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String is = ask(expression, where);
        while (!is.equals(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(expression + " is '" + is + "' (expected '" + value + "')");
            }
            is = ask(expression, where);
        }
    }

    /** Waits until an expression has a value in the frame of the page, into which the page itself can't look. */
    public void awaitInFrame(String expression, String value) throws Exception {
        String targets = send("Target.getTargets", "{}", "");
        Matcher frame =
                Pattern.compile("\"targetId\":\"([^\"]*)\",\"type\":\"iframe\"").matcher(targets);
        if (!frame.find()) {
            throw new IOException("no frame: " + targets);
        }
        String attached =
                send("Target.attachToTarget", "{\"targetId\":\"" + frame.group(1) + "\",\"flatten\":true}", "");
        await(expression, value, member("sessionId", attached));
    }

    /** Moves the mouse to a place and clicks there. */
    public void click(int x, int y) throws Exception {
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    "{\"type\":\"" + type + "\",\"x\":" + x + ",\"y\":" + y + ",\"button\":\"left\",\"clickCount\":1}");
        }
    }

    /** Presses and releases a key, such as {@code Enter}. */
    public void press(String key) throws Exception {
        String text = key.length() == 1 ? ",\"text\":" + quote(key) : "";
        send("Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"key\":" + quote(key) + text + "}");
        send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":" + quote(key) + "}");
    }

    private String send(String method, String parameters) throws Exception {
        return send(method, parameters, ",\"sessionId\":\"" + session + "\"");
    }

    private String send(String method, String parameters, String rest) throws Exception {
        int id = lastId.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + rest + "}", true)
                .get(PATIENCE.toSeconds(), SECONDS);
        return answer.get(PATIENCE.toSeconds(), SECONDS);
    }

    private static String member(String name, String json) throws IOException {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IOException(json);
        }
        return matcher.group(1);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String unquote(String text) {
        Matcher escapes = Pattern.compile("\\\\(u(....)|.)").matcher(text);
        return escapes.replaceAll(escape -> Matcher.quoteReplacement(
                escape.group(2) != null
                        ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                        : escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    @Override
    public void close() throws IOException {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
        List<ProcessHandle> processes = new ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        for (ProcessHandle each : processes) {
            each.onExit().completeOnTimeout(each, 10, SECONDS).join();
            each.destroyForcibly();
            each.onExit().join();
        }
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(directory)) {
            walk.forEach(file -> files.add(0, file));
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                Matcher matcher = ID.matcher(message);
                CompletableFuture<String> answer =
                        matcher.find() ? waiting.remove(Integer.parseInt(matcher.group(1))) : null;
                if (answer != null) {
                    answer.complete(message.toString());
                }
                message.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
