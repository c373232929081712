package io.tidemark.model.pasted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.RawText;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PastedReportTest {
    private static final String INPUTS = "PastedFuzzTestInputs/read_anything_decodesOrRefuses";

    static List<Path> inputs() {
        return Decoding.files(PastedReportTest.class, INPUTS);
    }

    private static String text(String name) throws IOException {
        return Files.readString(Decoding.path(PastedReportTest.class, INPUTS + "/" + name));
    }

    private static Profile read(String text) throws IOException {
        PastedReport report =
                PastedReport.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return Decoding.decode(report::read, text);
    }

    @ParameterizedTest
    @CsvSource({"top, TOP", "top-addresses, TOP", "tree, TREE", "peek, TREE", "traces, TRACES", "raw, RAW"})
    void of_report_isItsKind(String name, PastedReport report) throws IOException {
        assertThat(PastedReport.of(text(name).getBytes(StandardCharsets.UTF_8))).contains(report);
    }

    /** Each report was printed of the same profile. */
    @ParameterizedTest
    @CsvSource({"top", "top-addresses", "tree", "peek", "traces"})
    void read_report_isWhatTheReportSays(String name) throws IOException {
        String golden = Files.readString(Decoding.path(PastedReportTest.class, "golden/" + name + ".raw"));
        assertThat(RawText.of(read(text(name)))).as(name).isEqualTo(golden);
    }

    @Test
    void read_raw_givesTheProfileBack() throws IOException {
        String raw = text("raw");
        Profile profile = read(raw);
        assertThat(RawText.of(profile)).isEqualTo(raw.replaceAll("(?m)^(Time|Duration): .*\n", ""));
        assertThat(profile.header().timeNanos()).isEqualTo(1_795_210_206_500_000_000L);
    }

    @Test
    void read_rawTrimmedByTheClipboard_isTheSame() throws IOException {
        String trimmed = text("raw").lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
        assertThat(RawText.of(read(trimmed))).isEqualTo(RawText.of(read(text("raw"))));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void read_truncatedAnywhere_decodesOrRefuses(Path path) throws IOException {
        byte[] input = Files.readAllBytes(path);
        PastedReport report = PastedReport.of(input).orElseThrow();
        Decoding.checkTruncated(report::read, input);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "12, 12, ''",
        "-3, -3, ''",
        "512.19kB, 524483, bytes",
        "-1.50MB, -1572864, bytes",
        "1.50s, 1500000000, nanoseconds",
        "10ms, 10000000, nanoseconds",
        "2.50hrs, 9000000000000, nanoseconds",
        "7widgets, 7, widgets",
    })
    void parse_amount_isInTheUnitOfProfiles(String text, long value, String unit) {
        assertThat(Amount.parse(text)).contains(new Amount(value, unit));
    }

    @ParameterizedTest
    @CsvSource({"''", "-", "s", "1.2.3", "'1 s'"})
    void parse_noAmount_isEmpty(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.encode|0|main.encode||0|0",
                "main.encode (inline)|0|main.encode||0|0",
                "main.encode /src/encode.go:12|0|main.encode|/src/encode.go|12|0",
                "main.encode /src/encode.go:12:7 (partial-inline)|0|main.encode|/src/encode.go|12|7",
                "00000000004f2a10 main.encode /src/encode.go:12|5188112|main.encode|/src/encode.go|12|0",
                "00000000004f2a10|5188112|||0|0",
                "operator new(unsigned long)|0|operator new(unsigned long)||0|0",
                "std::map<int, int>::find x.cc:3|0|std::map<int, int>::find|x.cc|3|0",
                "<unknown>|0|<unknown>||0|0",
            })
    void parse_frame_isTakenApart(String text, long address, String function, String file, long line, long column) {
        assertThat(Frame.parse(text))
                .isEqualTo(
                        new Frame(address, function == null ? "" : function, file == null ? "" : file, line, column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flat flat% sum% cum cum%\\nlots 1% 1% 1 1% f|"
                        + "text of top, line 2: no row of the table (expected an amount such as 1.50MB): "
                        + "\"lots 1% 1% 1 1% f\"",
                "-----------+----\\nhello|"
                        + "text of traces, line 2: neither a label nor the first frame of a stack: \"hello\"",
                "PeriodType: a b\\nSamples:\\na/b\\n 1 2: 1|text of raw, line 4: 2 values (expected 1): \" 1 2: 1\"",
            })
    void read_malformed_saysWhatAndWhere(String input, String message) {
        assertThatThrownBy(() -> read(input.replace("\\n", "\n")))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage(message);
    }

    @Test
    void read_rawWithMissingLocation_isRefused() {
        assertThatThrownBy(() -> read("PeriodType: a b\nSamples:\na/b\n 1: 5\nLocations\nMappings\n"))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("malformed profile: sample with a location that is not there");
    }

    @Test
    void read_deepStack_isRefused() {
        String frames = "             f (inline)\n".repeat(100_000);
        assertThatThrownBy(() -> read("-----------+----\n        1   f\n" + frames))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("stack of more than 65536 frames");
        assertThatThrownBy(() -> read("PeriodType: a b\nSamples:\na/b\n 1:" + " 1".repeat(100_000) + "\n"))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("stack of more than 65536 frames");
    }
}
