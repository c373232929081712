package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.CallTree;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.graph.TagFormat;
import io.tidemark.model.measurement.Measurement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The graph of a report with as much left out as the options say, sorted.
 *
 * @param graph the nodes and edges that are shown
 * @param nodesBefore how many nodes there were before the largest were selected
 * @param droppedNodes how many nodes were too small
 * @param droppedEdges how many edges were too small
 */
public record TrimmedGraph(Graph graph, int nodesBefore, int droppedNodes, int droppedEdges) {

    /** What a graph is for. */
    public enum Purpose {
        /** Rows of nodes; of the edges only those matter that tell what was inlined. */
        ROWS,
        /** Nodes with callers and callees. */
        EDGES,
        /** Costs of functions, binaries told apart. */
        COSTS,
        /** A picture, with tags, and without edges that only clutter it. */
        PICTURE
    }

    /** The graph of a report for a purpose. */
    public static TrimmedGraph of(Report report, Purpose purpose) {
        boolean picture = purpose == Purpose.PICTURE;
        boolean tree = report.options().style().callTree() && (picture || purpose == Purpose.COSTS);
        return tree ? new Trimming(report, purpose).tree() : new Trimming(report, purpose).graph();
    }

    /** One graph being trimmed. */
    private static final class Trimming {
        private final Report report;
        private final ReportOptions options;
        private final Purpose purpose;
        private final boolean picture;
        private final Graph.Order order;
        private final NodeTable table;
        private final String bytesUnit;
        private final TagFormat tagFormat;

        Trimming(Report report, Purpose purpose) {
            this.report = report;
            this.options = report.options();
            this.purpose = purpose;
            this.picture = purpose == Purpose.PICTURE;
            this.order =
                    picture ? Graph.Order.ENTROPY : options.style().byCumulative() ? Graph.Order.CUM : Graph.Order.FLAT;
            this.table = new NodeTable(report.profile(), purpose == Purpose.COSTS, options.paths()::trim);
            this.bytesUnit = options.labelUnits().getOrDefault("bytes", "");
            this.tagFormat = (value, unit) ->
                    Measurement.label(value, unit, options.scale().unit());
        }

        /** The sums of nodes do not depend on which others are shown, so nodes are chosen before edges are summed. */
        TrimmedGraph graph() {
            boolean dropNegative = options.style().dropNegative();
            Graph.Builder builder = new Graph.Builder(report.profile(), table, options.value(), dropNegative);
            int[] shown = builder.shown();
            long total = Arrays.stream(shown).mapToLong(builder.sums()::flat).sum();
            long nodeCutoff = cutoff(total, options.trim().nodeFraction());
            long edgeCutoff = cutoff(total, options.trim().edgeFraction());
            int[] kept = Arrays.stream(shown)
                    .filter(node -> nodeCutoff == 0 || Math.abs(builder.sums().cum(node)) >= nodeCutoff)
                    .toArray();
            boolean whole = kept.length == shown.length;
            Graph graph = builder.nodes(kept);
            if (picture) {
                complete(builder, graph, whole);
            }
            graph.sort(order);
            if (options.trim().nodeCount() > 0) {
                trimLight(graph, nodeCutoff, edgeCutoff);
                int count = selected(graph.nodes());
                if (count < kept.length) {
                    whole = false;
                    graph = builder.nodes(Graph.Builder.numbers(graph.nodes().subList(0, count)));
                    if (picture) {
                        complete(builder, graph, false);
                        graph.sort(order);
                    }
                }
            }
            if (!picture) {
                builder.connect(graph, whole, purpose == Purpose.ROWS);
            }
            return finish(graph, kept.length, shown.length - kept.length, nodeCutoff, edgeCutoff);
        }

        private void complete(Graph.Builder builder, Graph graph, boolean whole) {
            builder.connect(graph, whole, false);
            builder.tag(graph, bytesUnit, tagFormat);
        }

        TrimmedGraph tree() {
            Graph graph = CallTree.of(
                    report.profile(),
                    table,
                    options.value(),
                    options.style().dropNegative(),
                    new CallTree.TagNames(bytesUnit, tagFormat));
            long total = graph.nodes().stream().mapToLong(n -> n.tally().flat()).sum();
            long nodeCutoff = cutoff(total, options.trim().nodeFraction());
            long edgeCutoff = cutoff(total, options.trim().edgeFraction());
            int before = graph.nodes().size();
            Set<Node> large = new HashSet<>(graph.nodes());
            large.removeIf(node -> Math.abs(node.tally().cum()) < nodeCutoff);
            if (nodeCutoff > 0 && large.size() != before) {
                graph.trimTree(large);
            }
            int kept = graph.nodes().size();
            graph.sort(order);
            if (options.trim().nodeCount() > 0) {
                trimLight(graph, nodeCutoff, edgeCutoff);
                int count = selected(graph.nodes());
                if (count < kept) {
                    graph.trimTree(new HashSet<>(graph.nodes().subList(0, count)));
                    graph.sort(order);
                }
            }
            return finish(graph, kept, before - kept, nodeCutoff, edgeCutoff);
        }

        private TrimmedGraph finish(Graph graph, int before, int dropped, long nodeCutoff, long edgeCutoff) {
            graph.trimTags(nodeCutoff);
            int droppedEdges = graph.trimEdges(edgeCutoff);
            if (picture) {
                graph.removeRedundantEdges();
            }
            return new TrimmedGraph(graph, before, dropped, droppedEdges);
        }

        private static void trimLight(Graph graph, long nodeCutoff, long edgeCutoff) {
            graph.trimTags(nodeCutoff);
            graph.trimEdges(edgeCutoff);
        }

        private static long cutoff(long total, double fraction) {
            return Math.abs((long) (total * fraction));
        }

        /** How many of the sorted nodes to show. In a picture their tags take up room too. */
        private int selected(List<Node> nodes) {
            int most = options.trim().nodeCount();
            int room = 0;
            for (int i = 0; picture && i < nodes.size(); i++) {
                room += 1 + Math.min(nodes.get(i).flatTagCount(), DotReport.MAX_TAGS);
                if (room >= most) {
                    return i + 1;
                }
            }
            return Math.min(most, nodes.size());
        }
    }

    /** The report in the unit that suits the values of the graph, where it asks for the {@code minimum}. */
    public Report inSuitableUnit(Report report, Purpose purpose) {
        if (!SuitableUnit.isAskedFor(report) || graph.nodes().isEmpty()) {
            return report;
        }
        SuitableUnit unit = new SuitableUnit(report);
        for (Node node : graph.nodes()) {
            unit.see(node.flat() == 0 ? node.cum() : node.flat());
        }
        return unit.choose(purpose != Purpose.COSTS);
    }
}
