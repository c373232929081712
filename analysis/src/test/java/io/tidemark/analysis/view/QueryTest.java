package io.tidemark.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private final List<String> notices = new ArrayList<>();

    /** Two samples: 10 bytes under main and load, labelled; 30 bytes under main and store. */
    private static Profile profile() throws MalformedProfileException {
        ProfileBuilder b =
                new ProfileBuilder(List.of(new ValueType("objects", "count"), new ValueType("space", "bytes")));
        b.mapping(new Mapping(1, 0, 0x1000, 0, "/usr/bin/orders", "", Mapping.Symbols.NONE));
        int main = b.location("main.main", "main.go", 1);
        int load = b.location("main.load", "load.go", 2);
        int store = b.location("main.store", "store.go", 3);
        LabelSet labels = new LabelSet.Builder()
                .text("endpoint", "/orders")
                .number("size", 2048, "bytes")
                .build();
        b.sample(labels, new int[] {load, main}, 1, 10);
        b.sample(LabelSet.EMPTY, new int[] {store, main}, 2, 30);
        return b.build();
    }

    private Report ask(View view, Shape shape) throws Exception {
        return new Query(view, shape, null).report(profile(), ZoneOffset.UTC, notices::add);
    }

    @Test
    void report_plain_hasTheOptionsOfTheView() throws Exception {
        ReportOptions options = ask(View.INITIAL, Shape.GRAPH).options();
        assertThat(options.value().name()).isEqualTo("space");
        assertThat(options.trim()).isEqualTo(new ReportOptions.Trim(80, 0.005, 0.001));
        assertThat(options.legend().title()).isEqualTo("orders");
        assertThat(options.labelUnits()).containsEntry("size", "bytes");
        assertThat(notices).isEmpty();
    }

    @Test
    void report_focused_keepsTheTotalOfTheWhole() throws Exception {
        Report report = ask(View.INITIAL.with("focus", "load"), Shape.TABLE);
        assertThat(report.total()).isEqualTo(40);
        assertThat(report.profile().samples().size()).isEqualTo(1);
        assertThat(report.options().legend().filters()).containsExactly("focus=load");
    }

    @Test
    void report_relative_hasTheTotalOfWhatIsInFocus() throws Exception {
        View view = View.INITIAL.with("focus", "load").with("relative_percentages", "true");
        assertThat(ask(view, Shape.TABLE).total()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "focus, Focus",
        "ignore, Ignore",
        "hide, Hide",
        "show, Show",
        "show_from, ShowFrom",
        "tagfocus, TagFocus",
        "tagignore, TagIgnore",
        "tagshow, TagShow",
        "taghide, TagHide",
        "tagroot, TagRoot",
        "tagleaf, TagLeaf"
    })
    void report_filterWithoutMatch_isNoticed(String setting, String name) throws Exception {
        ask(View.INITIAL.with(setting, "nowhere"), Shape.TABLE);
        assertThat(notices).containsExactly(name + " expression matched no samples");
    }

    @Test
    void report_range_isNoticedAsSuch() throws Exception {
        Report report = ask(View.INITIAL.with("tagfocus", "size=1kb:4kb"), Shape.TABLE);
        assertThat(report.profile().samples().size()).isEqualTo(1);
        assertThat(notices)
                .containsExactly("tagfocus: 'size=1kb:4kb' is read as a range of numbers, not as an expression");
    }

    @Test
    void report_tagroot_putsTheLabelBelowTheStack() throws Exception {
        Profile framed =
                ask(View.INITIAL.with("tagroot", "endpoint,,size"), Shape.TABLE).profile();
        assertThat(stack(framed, 0)).containsExactly("main.load", "main.main", "2kB", "/orders");
        assertThat(stack(framed, 1)).containsExactly("main.store", "main.main", "", "");
    }

    @Test
    void report_severalUnitsOfALabel_areNoticed() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        int main = b.location("main.main", "main.go", 1);
        b.sample(new LabelSet.Builder().number("size", 1, "kb").build(), new int[] {main}, 1);
        b.sample(new LabelSet.Builder().number("size", 1, "mb").build(), new int[] {main}, 1);
        b.sample(new LabelSet.Builder().number("size", 1, "b").build(), new int[] {main}, 1);
        new Query(View.INITIAL, Shape.TABLE, null).report(b.build(), ZoneOffset.UTC, notices::add);
        assertThat(notices).containsExactly("label size: in kb, though some of its numbers are in b, mb");
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE, '', 0, '', false",
        "TABLE, trim=f, 0, '', false",
        "TABLE, nodecount=5, 5, '', false",
        "GRAPH, '', 80, '', false",
        "GRAPH, nodecount=5, 5, '', false",
        "NEIGHBOURS, nodecount=5, 0, '', false",
        "SOURCE, '', 0, lines, false",
        "INSTRUCTIONS, '', 0, addresses, true",
        "SOURCE_AND_INSTRUCTIONS, noinlines=t, 0, addresses, false",
        "EVERYTHING, '', 0, addresses, false"
    })
    void apply_shape_setsWhatTheReportNeeds(
            Shape shape, String assignment, int nodeCount, String granularity, boolean noInlines) {
        int equals = assignment.indexOf('=');
        View asked = equals < 0
                ? View.INITIAL
                : View.INITIAL.with(assignment.substring(0, equals), assignment.substring(equals + 1));
        View view = shape.apply(asked);
        assertThat(view.integer(Setting.NODECOUNT)).isEqualTo(nodeCount);
        assertThat(view.text(Setting.GRANULARITY)).isEqualTo(granularity);
        assertThat(view.is(Setting.NOINLINES)).isEqualTo(noInlines);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "0, 0", "objects, 0", "inuse_objects, 0", "inuse_space, 1", "+1, 1"})
    void sampleIndex_nameOrNumber_isFound(String name, int index) throws Exception {
        assertThat(SampleIndex.of(profile(), name)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"2", "-1", "alloc_space"})
    void sampleIndex_unknown_namesWhatThereIs(String name) {
        assertThatThrownBy(() -> SampleIndex.of(profile(), name))
                .isInstanceOf(ReportException.class)
                .hasMessage("sample_index: '" + name + "' (expected one of objects, space, or a number of 0..1)");
    }

    @Test
    void report_dividedByZero_isRefused() {
        assertThatThrownBy(() -> ask(View.INITIAL.with("divide_by", "0"), Shape.TABLE))
                .isInstanceOf(ReportException.class);
    }

    private static List<String> stack(Profile profile, int sample) {
        List<String> names = new ArrayList<>();
        var block = profile.samples().blocks().get(0);
        for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
            int line = profile.locations().lineStart(block.location(k));
            names.add(profile.functions().name(profile.locations().function(line)));
        }
        return names;
    }
}
