package io.tidemark.lab.score.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of the lab that runs, until it is closed. */
public final class RunningProgram implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (\\S+) pid (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30); // for the event that happens, which may be long
    private static final long GRACE_SECONDS = 15;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final Thread atExit;
    private final String address;

    private RunningProgram(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        this.address = address();
    }

    /**
     * Starts a program, and waits until it listens.
     *
     * @param command the binary and its arguments
     * @param log a file for what it complains of
     * @throws IOException when it ends instead
     */
    public static RunningProgram start(List<String> command, Path log) throws IOException {
        return new RunningProgram(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    private String address() throws IOException {
        String line = process.inputReader().readLine();
        Matcher listening = LISTENING.matcher(line == null ? "" : line);
        if (!listening.matches()) {
            close();
            throw new IOException("it does not listen: " + complaint());
        }
        return listening.group(1);
    }

    /** The last line of what it complained of. */
    public String complaint() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1);
    }

    /** Where it serves its profiles. */
    public String url() {
        return "http://" + address;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has used so far; without that of its peers. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it for the number of events. */
    public Status status() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/lab"))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode json = JSON.readTree(answer.body());
        return new Status(
                json.path("events").asLong(),
                json.path("capped").asText(),
                json.path("cgroup").asText());
    }

    /** Stops it, gently at first. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the machine is shutting down, and the hook has run
        }
    }
}
