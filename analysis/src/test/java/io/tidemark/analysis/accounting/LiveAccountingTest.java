package io.tidemark.analysis.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.analysis.reading.LiveHeap;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.reading.Recorded;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.observation.CaptureName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Go program, where Go is installed: its account must close. */
class LiveAccountingTest {
    private static final double CLOSED = 0.02;

    @Test
    @Timeout(300)
    void of_realProgram_closes(@TempDir Path directory) throws IOException, InterruptedException, URISyntaxException {
        assumeThat(Path.of("/proc/self/status")).exists();
        Path program = directory.resolve("program");
        assumeThat(build(program)).as("go build").isZero();
        Process process = new ProcessBuilder(program.toString()).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String address = "http://" + out.readLine();
            Readings readings = capture(process.pid(), address).read();
            assertThat(readings.notes()).isEmpty();
            assertThat(readings.liveHeap()).isEqualTo(LiveHeap.FORCED);
            assertThat(readings.signals().last(Signal.LIVE_HEAP).orElseThrow()).isBetween(60e6, 75e6);
            for (MonitorFormula formula : List.of(MonitorFormula.PROCESS_RSS, MonitorFormula.RUNTIME_SYS)) {
                double value = formula.value(Moment.of(readings).get(2)).orElseThrow();
                Accounting accounting = Accounting.of(readings, OptionalDouble.of(value));
                assertThat(accounting.formula()).hasValue(formula);
                assertThat(accounting.unexplained()).isLessThan(CLOSED);
            }
            double rssAnon = readings.signals().last(Signal.RSS_ANON).orElseThrow();
            double runtime = readings.signals().last(Signal.RUNTIME_TOTAL).orElseThrow();
            assertThat(Math.abs(rssAnon - runtime) / rssAnon)
                    .as("what only a difference explains")
                    .isLessThan(0.1);
        } finally {
            process.destroy();
        }
    }

    private static int build(Path program) throws IOException, InterruptedException, URISyntaxException {
        Path source =
                Path.of(LiveAccountingTest.class.getResource("live/main.go").toURI());
        try {
            return new ProcessBuilder("go", "build", "-o", program.toString(), source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // no go here
        }
    }

    private static Recorded capture(long pid, String address) throws IOException {
        Recorded recorded = new Recorded();
        Path proc = Path.of("/proc", Long.toString(pid));
        for (int round = 0; round < 3; round++) {
            for (String file : List.of("status", "stat", "smaps_rollup")) {
                byte[] text = Files.readAllBytes(proc.resolve(file));
                recorded.with(CaptureName.PROC + file, round, round, false, text);
            }
            byte[] heap = fetch(address + "/debug/pprof/heap?gc=1");
            recorded.with(CaptureName.HEAP, round, round + 0.1, true, heap);
            recorded.with(CaptureName.VARS, round, round + 0.2, false, fetch(address + "/debug/vars"));
            recorded.with(CaptureName.GOROUTINES, round, round + 0.3, false, fetch(address + "/debug/pprof/goroutine"));
        }
        return recorded;
    }

    private static byte[] fetch(String url) throws IOException {
        try (var in = URI.create(url).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
