package io.tidemark.collect.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final Target TARGET = new Target("http://h:1", 4711, "/a/b", "go1.26.8", "server --x \"y\"");

    @TempDir
    private Path directory;

    @Test
    void read_whatWasWritten_isTheSame() throws IOException {
        Path file = directory.resolve("bundle.zip");
        List<Observation> observations = List.of(observation(4), observation(1));
        BundleWriter.write(file, observations);
        assertThat(show(Bundle.read(file))).isEqualTo(show(observations));
        assertThat(Bundle.isBundle(file)).isTrue();
        assertThat(directory.resolve("bundle.zip.part")).doesNotExist();
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        BundleWriter.write(directory.resolve("a"), List.of(observation(2)));
        BundleWriter.write(directory.resolve("b"), List.of(observation(2)));
        assertThat(directory.resolve("a")).hasSameBinaryContentAs(directory.resolve("b"));
    }

    @Test
    void read_ofARecordingThatWasKilled_hasAllWholeRounds() throws IOException {
        Path file = directory.resolve("bundle.zip");
        Observation whole = observation(3);
        BundleWriter writer = BundleWriter.create(file);
        writer.began(0, TARGET, START);
        writer.captured(0, whole.captures().subList(0, 2));
        writer.captured(0, whole.captures().subList(2, 4));
        assertThat(file).doesNotExist();
        Observation read = Bundle.read(directory.resolve("bundle.zip.part")).get(0);
        assertThat(read.captures()).hasSize(4);
        assertThat(read.notes()).hasSize(1).first().asString().startsWith("the recording ");
        writer.close();
        assertThat(Bundle.read(file).get(0).captures()).hasSize(4);
    }

    @Test
    void read_cutOffAtEveryByte_isABeginningOrASentence() throws IOException {
        Path file = directory.resolve("bundle.zip");
        BundleWriter.write(file, List.of(observation(3)));
        byte[] bytes = Files.readAllBytes(file);
        int most = 0;
        for (int length = 0; length < bytes.length; length++) {
            try {
                List<Observation> read = Bundle.read(new ByteArrayInputStream(bytes, 0, length), BundleLimits.DEFAULT);
                int size = read.get(0).captures().size();
                assertThat(size % 2).as("whole rounds").isZero();
                assertThat(size).isGreaterThanOrEqualTo(most);
                most = size;
            } catch (MalformedBundleException e) {
                assertThat(most).isZero();
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(most).isEqualTo(6);
    }

    @Test
    void close_whenTheFileIsThere_replacesIt() throws IOException {
        Path file = Files.writeString(directory.resolve("bundle.zip"), "old");
        BundleWriter.write(file, List.of(observation(1)));
        assertThat(Bundle.read(file)).hasSize(1);
    }

    @Test
    void discard_always_leavesNothing() throws IOException {
        try (BundleWriter writer = BundleWriter.create(directory.resolve("bundle.zip"))) {
            writer.began(0, TARGET, START);
            writer.discard();
        }
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void read_otherFile_isASentence() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "hello");
        assertThat(Bundle.isBundle(text)).isFalse();
        assertThatThrownBy(() -> Bundle.read(text))
                .isInstanceOf(MalformedBundleException.class)
                .hasMessage(text + ": not a bundle: no zip file, or one that is cut off at the beginning");
    }

    /** An observation of some rounds of two captures each. */
    static Observation observation(int rounds) {
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3};
        Capture[] captures = new Capture[2 * rounds];
        for (int round = 0; round < rounds; round++) {
            Duration at = Duration.ofMillis(10_000L * round);
            captures[2 * round] = Capture.of("debug/pprof/heap", round, at, round == 1, gzip);
            captures[2 * round + 1] = round == 2
                    ? Capture.failed("proc/status", round, at.plusMillis(3), "no \"such\" process <4711>")
                    : Capture.of("proc/status", round, at.plusMillis(3), false, "VmRSS: 1 kB\n".getBytes(UTF_8));
        }
        return new Observation(
                TARGET, START, Duration.ofSeconds(10L * rounds), Arrays.asList(captures), List.of("a note", "zwölf"));
    }

    static String show(List<Observation> observations) {
        StringBuilder text = new StringBuilder();
        for (Observation observation : observations) {
            text.append(observation.target()).append(observation.start()).append(observation.length());
            text.append(observation.notes());
            for (Capture capture : observation.captures()) {
                text.append(capture).append(capture.isCollected());
                try (var content = capture.open()) {
                    text.append(Arrays.toString(content.readAllBytes())).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return text.toString();
    }
}
