package io.tidemark.collect.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.collect.http.TlsFiles;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observes a real Go program, where there is a Go to build it. */
class GoTargetTest {
    @TempDir
    private static Path directory;

    private static @Nullable Process target;
    private static String port = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException, URISyntaxException {
        Path source = Path.of(GoTargetTest.class.getResource("target.go").toURI());
        Path program = directory.resolve("target");
        assumeTrue(build(source, program), "no Go that builds " + source);
        target = new ProcessBuilder(program.toString(), "--token=secret").start();
        try (BufferedReader out = target.inputReader()) {
            port = String.valueOf(out.readLine());
        }
    }

    private static boolean build(Path source, Path program) throws InterruptedException {
        try {
            Process go = new ProcessBuilder("go", "build", "-o", program.toString(), source.toString())
                    .inheritIO()
                    .start();
            return go.waitFor(3, TimeUnit.MINUTES) && go.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (target != null) {
            target.destroyForcibly();
        }
    }

    @Test
    void observe_url_findsTheProcessByItself() {
        Observation observation = observe(TargetAddress.parse("localhost:" + port));
        assertThat(observation.target().pid()).isEqualTo(pid());
        assertThat(observation.target().runtime()).startsWith("go1.");
        assertThat(observation.target().command()).endsWith("target --token=***");
        for (String name : List.of(
                CaptureName.HEAP,
                CaptureName.ALLOCS,
                CaptureName.GOROUTINES,
                CaptureName.GOROUTINE_DUMP,
                CaptureName.VARS,
                CaptureName.THREADCREATE,
                CaptureName.PROC_STATUS,
                CaptureName.PROC_STAT,
                CaptureName.PROC_FD,
                CaptureName.PROC_TCP)) {
            assertThat(observation.captures(name)).as(name).isNotEmpty();
        }
        assertThat(observation.captures()).extracting(Capture::problem).noneMatch(text -> text.contains("mistake"));
    }

    @Test
    void observe_process_findsItsServerByItself() {
        Observation observation = observe(TargetAddress.ofProcess(pid()));
        assertThat(observation.target().url()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(observation.captures(CaptureName.HEAP)).isNotEmpty();
    }

    @Test
    void observe_processWithoutServer_saysSo() {
        Observation observation =
                observe(TargetAddress.ofProcess(ProcessHandle.current().pid()));
        assertThat(observation.notes()).first().asString().contains(" shows no profiles: ");
        assertThat(observation.captures(CaptureName.PROC_STATUS)).hasSize(2);
    }

    private static long pid() {
        return target == null ? 0 : target.pid();
    }

    private static Observation observe(TargetAddress address) {
        Observer observer = new Observer(new Transport(TlsFiles.NONE, Map.of()), SystemFiles.LIVE, new FakeTime());
        return observer.observe(List.of(address), Plan.of(Duration.ofSeconds(5)), Progress.SILENT, new Cancellation())
                .get(0);
    }
}
