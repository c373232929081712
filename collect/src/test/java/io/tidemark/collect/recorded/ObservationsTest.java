package io.tidemark.collect.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.bundle.BundleWriter;
import io.tidemark.collect.recorded.Observations.Live;
import io.tidemark.collect.recorded.Observations.Past;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationsTest {
    private static final Path SCRAPER = Path.of("..", "examples", "scraper");

    @TempDir
    private Path directory;

    @Test
    void open_urls_areTargets() throws IOException {
        assertThat(Observations.open(List.of("http://a:1/debug/pprof/heap", "b:2", "http://c")))
                .isInstanceOfSatisfying(Live.class, live -> assertThat(live.targets())
                        .extracting(Object::toString)
                        .containsExactly("http://a:1", "http://b:2", "http://c"));
    }

    @Test
    void open_whatIsNeither_isASentence() throws IOException {
        assertThatThrownBy(() -> Observations.open(List.of("no-such.zip")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no-such.zip: no such file, and not an address such as HOST:PORT");
        Path unfinished = Files.writeString(directory.resolve("b.zip.part"), "");
        String name = directory.resolve("b.zip").toString();
        assertThatThrownBy(() -> Observations.open(List.of(name)))
                .hasMessage(name + ": not finished; what is there of it is in " + unfinished);
        assertThatThrownBy(() -> Observations.open(List.of("a:1", unfinished.toString())))
                .hasMessageStartingWith("both running targets and files (http://a:1, ");
    }

    @Test
    void open_twoHeaps_areOneObservationInTheOrderOfTheirTimes() throws IOException {
        Observation observation = past(SCRAPER.resolve("heap-after.pb.gz"), SCRAPER.resolve("heap-before.pb.gz"));
        assertThat(observation.captures(CaptureName.HEAP)).hasSize(2);
        assertThat(observation.length()).hasSeconds(20);
        assertThat(observation.captures()).extracting(Capture::round).containsExactly(0, 1);
        assertThat(observation.notes()).isEmpty();
    }

    @Test
    void open_directory_isOneObservation() throws IOException {
        Past opened = (Past) Observations.open(List.of(SCRAPER.toString()));
        Observation observation = opened.observations().get(0);
        assertThat(observation.captures())
                .extracting(Capture::name)
                .contains(CaptureName.HEAP, CaptureName.CPU, CaptureName.GOROUTINE_DUMP);
        assertThat(opened.notes()).hasSize(1).first().asString().contains("README.md", "main.go");
    }

    @Test
    void open_pastedTop_isAHeap() throws IOException {
        Path file = Files.writeString(directory.resolve("top.txt"), """
                Type: inuse_space
                Time: Nov 20, 2026 at 11:49pm (UTC)
                Showing nodes accounting for 56.85MB, 92.18% of 61.67MB total
                      flat  flat%   sum%        cum   cum%
                   40.47MB 65.62% 65.62%    40.47MB 65.62%  google.golang.org/grpc/internal/transport.newFramer
                   16.38MB 26.56% 92.18%    16.38MB 26.56%  bufio.NewReaderSize
                """);
        Observation observation = past(file);
        Capture heap = observation.captures(CaptureName.HEAP).findFirst().orElseThrow();
        Profile profile = ProfileFormats.read(heap.open(), Limits.DEFAULT);
        assertThat(profile.sampleTypes()).extracting(type -> type.type()).containsExactly("cum", "inuse_space");
    }

    @Test
    void open_varsAndMetrics_areKept() throws IOException {
        Path vars = Files.writeString(directory.resolve("vars.json"), "{\"memstats\": {\"NumGC\": 7}}");
        Path metrics = Files.writeString(directory.resolve("metrics"), "# HELP a b\na 1\n");
        assertThat(past(vars, metrics, SCRAPER.resolve("heap-after.pb.gz")).captures())
                .extracting(Capture::name)
                .containsExactly(CaptureName.VARS, CaptureName.METRICS, CaptureName.HEAP);
    }

    @Test
    void open_bundle_isItsObservations() throws IOException {
        Observation observation = past(SCRAPER.resolve("heap-after.pb.gz"));
        Path bundle = directory.resolve("b.zip");
        BundleWriter.write(bundle, List.of(observation, observation));
        assertThat(((Past) Observations.open(List.of(bundle.toString()))).observations())
                .hasSize(2);
    }

    @Test
    void open_fileThatIsNothing_isNamed() throws IOException {
        Path page = Files.writeString(directory.resolve("page.html"), "<html><body>Sign in</body></html>");
        assertThatThrownBy(() -> Observations.open(List.of(page.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(page + ": ");
        assertThatThrownBy(() -> Observations.open(List.of(directory.toString())))
                .hasMessageContaining("no profile in this directory");
    }

    private static Observation past(Path... files) throws IOException {
        List<String> arguments = List.of(files).stream().map(Path::toString).toList();
        return ((Past) Observations.open(arguments)).observations().get(0);
    }
}
