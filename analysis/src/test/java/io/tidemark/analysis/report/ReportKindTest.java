package io.tidemark.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.model.profile.Aggregation;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A small profile in every kind of report, against what pprof prints of it. The expected files lie beside the class and are
 * pprof's own: {@code -Dgolden.profile=FILE} writes the profile, for {@code go tool pprof -KIND FILE} to print anew.
 */
class ReportKindTest {
    private static final SampleValue SPACE = SampleValue.of(1, new ValueType("inuse_space", "bytes"));

    /** Three functions, one inlined into another, one that calls itself; labels of both kinds; a value too small to show. */
    static Profile profile() throws IOException {
        Header header = new Header(
                List.of(new ValueType("inuse_objects", "count"), SPACE.type()),
                "inuse_space",
                new Header.Period(new ValueType("space", "bytes"), 524288),
                1_720_000_000_123_000_000L,
                90_061_000_000_000L,
                List.of("a comment", "# hidden"),
                "",
                Header.FrameRules.NONE);
        ProfileBuilder b = new ProfileBuilder(header);
        int binary = b.mapping(new Mapping(
                1, 0x400000, 0x500000, 0, "/srv/bin/orders", "abc123", new Mapping.Symbols(true, true, true, true)));
        int main = function(b, "main.main", "/src/main.go");
        int load = function(b, "github.com/acme/orders/v2/store.(*Repo[...]).Load", "/src/store/repo.go");
        int grow = function(b, "bytes.growSlice", "/go/bytes/buffer.go");
        int tiny = function(b, "main.tiny", "/src/main.go");
        int atMain = location(b, binary, 0x401000, main, 12);
        int atLoad = location(b, binary, 0x402000, load, 40);
        int atInline = b.location(b.locationCount() + 1L, binary, 0x403000, false);
        b.line(grow, 7, 0);
        b.line(load, 44, 0);
        int atTiny = location(b, binary, 0x404000, tiny, 99);
        b.sample(labels("/orders", 1024), new int[] {atInline, atLoad, atLoad, atMain}, 8, 8 << 20);
        b.sample(labels("/health", 65536), new int[] {atInline, atMain}, 3, 3 << 20);
        b.sample(labels("/orders", 2048), new int[] {atLoad, atMain}, 1, 1 << 20);
        b.sample(LabelSet.EMPTY, new int[] {atTiny, atMain}, 1, 1024);
        return b.build();
    }

    private static int function(ProfileBuilder b, String name, String file) {
        return b.function(name, file);
    }

    private static int location(ProfileBuilder b, int mapping, long address, int function, long line) {
        int location = b.location(b.locationCount() + 1L, mapping, address, false);
        b.line(function, line, 0);
        return location;
    }

    private static LabelSet labels(String endpoint, long bytes) {
        return new LabelSet.Builder()
                .text("endpoint", endpoint)
                .number("bytes", bytes, "bytes")
                .build();
    }

    private static Report report(ReportOptions.Trim trim, boolean byCumulative, boolean callTree) throws Exception {
        ReportOptions options = new ReportOptions(
                SPACE,
                new ReportOptions.Scale("minimum", 1),
                trim,
                new ReportOptions.Style(byCumulative, callTree, false, false, false),
                new ReportOptions.Legend("orders", List.of(), ZoneOffset.UTC),
                Map.of("bytes", "bytes"),
                null,
                ReportOptions.Paths.NONE);
        return Report.of(profile(), options);
    }

    private static Report byFunction(Report report) {
        return report.withProfile(report.profile().aggregate(new Aggregation(true, true, false, false, false, false)));
    }

    private static String text(ReportKind kind, Report report) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        kind.write(report, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = ReportKindTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the resource %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void profile_whenAskedFor_isWritten() throws Exception {
        String file = System.getProperty("golden.profile", "");
        if (!file.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TextOutput out = new TextOutput(bytes);
            ReportKind.PROTO.write(report(ReportOptions.Trim.NONE, false, false), out);
            out.flush();
            Files.write(Path.of(file), bytes.toByteArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 0, top",
        "TREE, 80, tree",
        "DOT, 80, dot",
        "TRACES, 80, traces",
        "TAGS, 80, tags",
        "COMMENTS, 80, comments"
    })
    void write_byFunction_isWhatPprofPrints(ReportKind kind, int nodeCount, String name) throws Exception {
        Report report = report(new ReportOptions.Trim(nodeCount, 0.005, 0.001), false, false);
        assertThat(text(kind, byFunction(report))).isEqualTo(expected(name + ".txt"));
    }

    @ParameterizedTest
    @CsvSource({"RAW, raw", "CALLGRIND, callgrind"})
    void write_byAddress_isWhatPprofPrints(ReportKind kind, String name) throws Exception {
        assertThat(text(kind, report(ReportOptions.Trim.NONE, false, false))).isEqualTo(expected(name + ".txt"));
    }

    @Test
    void write_dotOfACallTree_isWhatPprofPrints() throws Exception {
        Report report = report(new ReportOptions.Trim(80, 0.005, 0.001), false, true);
        assertThat(text(ReportKind.DOT, byFunction(report))).isEqualTo(expected("dot-call_tree.txt"));
    }

    @Test
    void write_topByCumulativeValue_isWhatPprofPrints() throws Exception {
        Report report = report(new ReportOptions.Trim(2, 0.005, 0.001), true, false);
        assertThat(text(ReportKind.TEXT, byFunction(report))).isEqualTo(expected("top-cum-nodecount=2.txt"));
    }

    @Test
    void write_treeOfNothingThatMatches_saysSo() throws Exception {
        Report all = report(ReportOptions.Trim.NONE, false, false);
        ReportOptions.Symbol nothing = new ReportOptions.Symbol("nosuch", name -> false);
        ReportOptions o = all.options();
        Report peek = all.withOptions(new ReportOptions(
                o.value(), o.scale(), o.trim(), o.style(), o.legend(), o.labelUnits(), nothing, o.paths()));
        assertThatThrownBy(() -> text(ReportKind.TREE, peek))
                .isInstanceOf(ReportException.class)
                .hasMessage("no matches found for regexp: nosuch");
    }

    @Test
    void of_valuesBeyond64Bits_isRefused() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("n", "count")));
        int main = b.location("main", "main.go", 1);
        b.sample(LabelSet.EMPTY, new int[] {main}, Long.MAX_VALUE);
        b.sample(LabelSet.EMPTY, new int[] {main}, Long.MAX_VALUE);
        ReportOptions o = report(ReportOptions.Trim.NONE, false, false).options();
        ReportOptions options = new ReportOptions(
                SampleValue.of(0, new ValueType("n", "count")),
                o.scale(),
                o.trim(),
                o.style(),
                o.legend(),
                o.labelUnits(),
                null,
                o.paths());
        Profile profile = b.build();
        assertThatThrownBy(() -> Report.of(profile, options))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("more than 64 bits");
    }
}
