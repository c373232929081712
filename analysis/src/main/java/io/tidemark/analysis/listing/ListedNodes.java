package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.model.profile.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The nodes that a listing is about: what samples are counted by, without the edges between them. */
final class ListedNodes {
    private ListedNodes() {}

    /** The nodes that pass and have anything to show. Binaries are told apart, files are trimmed. */
    static List<Node> of(Report report, Predicate<NodeInfo> wanted) {
        Profile profile = report.profile();
        ReportOptions options = report.options();
        NodeTable table = new NodeTable(profile, true, options.paths()::trim);
        Graph.Builder graph = new Graph.Builder(
                profile, table, options.value(), options.style().dropNegative());
        int[] shown = Arrays.stream(graph.shown())
                .filter(node -> wanted.test(table.info(node)))
                .toArray();
        return graph.nodes(shown).nodes();
    }
}
