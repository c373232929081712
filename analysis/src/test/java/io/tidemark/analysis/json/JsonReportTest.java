package io.tidemark.analysis.json;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.diff.Snapshots;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final View VIEW = View.INITIAL.with("focus", "orders").with("tagignore", "8kb:");

    private static byte[] json(JsonReport kind, Profile profile, View view, Shape shape, @Nullable String symbol)
            throws Exception {
        List<Report> reports = new Query(view, shape, symbol).reports(profile, ZoneOffset.UTC, notice -> {});
        return written(out -> kind.write(reports, out));
    }

    private void check(JsonReport kind, Profile profile, View view, Shape shape, @Nullable String symbol)
            throws Exception {
        Golden.check(
                getClass(), kind.name().toLowerCase(Locale.ROOT) + ".json", json(kind, profile, view, shape, symbol));
    }

    @Test
    void top_hasNodes() throws Exception {
        check(
                JsonReport.TOP,
                Orders.heap(1),
                View.INITIAL.with("sample_index", "inuse_space,inuse_objects"),
                Shape.TABLE,
                null);
    }

    @Test
    void tree_hasCallersAndCallees() throws Exception {
        check(JsonReport.TREE, Orders.heap(1), View.INITIAL, Shape.NEIGHBOURS, "Serve|walk");
    }

    @Test
    void graph_hasEdgesAndTags() throws Exception {
        check(JsonReport.GRAPH, Orders.heap(1), VIEW, Shape.GRAPH, null);
    }

    @Test
    void traces_referToFrames() throws Exception {
        check(JsonReport.TRACES, Orders.heap(1), VIEW.with("granularity", "lines"), Shape.GRAPH, null);
    }

    @Test
    void raw_hasEverything() throws Exception {
        check(JsonReport.RAW, Orders.heap(1), View.INITIAL.with("focus", "alert|Map"), Shape.EVERYTHING, null);
    }

    @Test
    void tags_haveTextsAndNumbers() throws Exception {
        check(JsonReport.TAGS, Orders.heap(1), View.INITIAL, Shape.GRAPH, null);
    }

    @Test
    void comments_standInTheHead() throws Exception {
        Profile profile = Orders.heap(1);
        profile = profile.withHeader(profile.header().withComments(List.of("after the release", "#hidden")));
        check(
                JsonReport.COMMENTS,
                profile,
                View.INITIAL.with("mean", "true").with("divide_by", "4"),
                Shape.GRAPH,
                null);
    }

    @Test
    void diff_hasATableForEachType() throws Exception {
        View view =
                View.INITIAL.with("sample_index", "inuse_space,alloc_objects").with("nodecount", "3");
        check(JsonReport.DIFF, Orders.difference(), view, Shape.TABLE, null);
    }

    @Test
    void snapshots_haveNodesAndStacks() throws Exception {
        Profile joined = Snapshots.join(List.of(Orders.heap(0), Orders.heap(1), Orders.heap(2)), ZoneOffset.UTC);
        check(JsonReport.SNAPSHOTS, joined, View.INITIAL, Shape.TABLE, null);
    }

    @Test
    void names_thatAreNoUtf8_areReplaced() throws Exception {
        byte[] json = json(JsonReport.TOP, Orders.heap(1), View.INITIAL.with("trim", "false"), Shape.TABLE, null);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"main.\ufffdx\"");
    }
}
