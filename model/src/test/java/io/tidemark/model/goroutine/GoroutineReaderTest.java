package io.tidemark.model.goroutine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.RawText;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoroutineReaderTest {
    private static final String INPUTS = "GoroutineFuzzTestInputs/read_anything_decodesOrRefuses";

    static List<Path> inputs() {
        return Decoding.files(GoroutineReaderTest.class, INPUTS);
    }

    private static Profile read(String text) throws IOException {
        return Decoding.decode(GoroutineReader::read, text);
    }

    @ParameterizedTest
    @CsvSource({"debug2", "panic"})
    void read_dump_isGroupedByStackAndLabels(String name) throws IOException {
        String input = Files.readString(Decoding.path(GoroutineReaderTest.class, INPUTS + "/" + name));
        String golden = Files.readString(Decoding.path(GoroutineReaderTest.class, "golden/" + name + ".raw"));
        assertThat(RawText.of(read(input))).isEqualTo(golden);
    }

    @Test
    void read_goroutinesThatDifferInArgumentsAndCreatorsNumber_areOneSample() throws IOException {
        Profile profile = read("""
                goroutine 7 [chan receive]:
                main.wait(0xc000012340)
                \t/src/main.go:3 +0x18
                created by main.main in goroutine 1
                \t/src/main.go:6 +0x136

                goroutine 8 [chan receive]:
                main.wait(0xc000012348)
                \t/src/main.go:3 +0x18
                created by main.main in goroutine 5
                \t/src/main.go:6 +0x136
                """);
        assertThat(RawText.of(profile))
                .contains("          2: 1 \n                creator:[main.main] state:[chan receive]\n")
                .contains("main.wait /src/main.go:3:0 s=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goroutine 1 [running]:|state:running",
                "goroutine 1 [select, 3 minutes]:|state:select wait:3minutes",
                "goroutine 1 [select (no cases), 106 minutes, locked to thread]:|"
                        + "locked:thread state:select (no cases) wait:106minutes",
                "goroutine 1 gp=0xc000002380 m=nil [GC worker (idle)]:|state:GC worker (idle)",
                "goroutine 1 [chan receive (durable), synctest bubble 12]:|bubble:12 state:chan receive (durable)",
                "goroutine 1 [chan receive (leaked)]:|state:chan receive (leaked)",
                "goroutine 1 [runnable (scan)]:|state:runnable",
                "goroutine 1 [IO wait, 2 minutes labels:{\"a\": \"]:, 9 minutes\", \"state\": \"x\"}]:|"
                        + "a:]:, 9 minutes state:x state:IO wait wait:2minutes",
            })
    void read_header_becomesLabels(String header, String labels) throws IOException {
        Profile profile = read(header + "\nmain.f()\n\t/f.go:1 +0x1\n");
        assertThat(profile.samples().labels(profile.samples().blocks().get(0).labels(0)))
                .hasToString(labels);
    }

    @Test
    void isHeader_otherLines_areNone() {
        for (String line : List.of(
                "", "goroutine", "goroutine 1", "goroutine 1 [running]", "goroutine x [running]:", "[running]:")) {
            assertThat(GoroutineReader.isHeader(line)).as(line).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void read_truncatedAnywhere_decodesOrRefuses(Path path) throws IOException {
        Decoding.checkTruncated(GoroutineReader::read, Files.readAllBytes(path));
    }

    @Test
    void read_noGoroutine_isRefused() {
        assertThatThrownBy(() -> read("hello\n"))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("goroutine dump: no goroutine in it");
    }

    @Test
    void read_deepStack_isRefused() {
        String frames = "main.f()\n\t/f.go:1 +0x1\n".repeat(100_000);
        assertThatThrownBy(() -> read("goroutine 1 [running]:\n" + frames))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("stack of more than 65536 frames (the limit; raise it with -max_frames)");
    }

    @Test
    void read_manyGoroutines_areFewSamples() throws IOException {
        String one = """
                goroutine 1 [chan receive, 5 minutes]:
                main.f(0x1)
                \t/f.go:1 +0x1
                created by main.main in goroutine 1
                \t/m.go:2 +0x5

                """;
        Profile profile = read(one.repeat(50_000));
        assertThat(profile.samples().size()).isEqualTo(1);
        assertThat(profile.sums()).containsExactly(50_000);
    }
}
