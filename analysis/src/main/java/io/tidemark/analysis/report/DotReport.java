package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Edge;
import io.tidemark.analysis.graph.FunctionName;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.analysis.graph.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph in the language of Graphviz: nodes as boxes whose text and colour grow with their values, edges as wide as what
 * goes through them, and the labels of the samples as small boxes beside the nodes.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">DOT language</a>
 */
final class DotReport {
    /** The most boxes of labels beside a node. */
    static final int MAX_TAGS = 4;

    private static final int SMALLEST_FONT = 8;
    private static final double FONT_GROWTH = 16;

    private final Report report;
    private final TextOutput out;
    private final Map<Node, Integer> numbers = new HashMap<>();

    private DotReport(Report report, TextOutput out) {
        this.report = report;
        this.out = out;
    }

    static void write(Report source, TextOutput out) throws IOException {
        TrimmedGraph trimmed = TrimmedGraph.of(source, TrimmedGraph.Purpose.PICTURE);
        Report report = trimmed.inSuitableUnit(source, TrimmedGraph.Purpose.PICTURE);
        new DotReport(report, out).write(trimmed.graph(), Legend.ofGraph(report, trimmed, true));
    }

    private void write(Graph graph, List<String> legend) throws IOException {
        String title = report.options().legend().title();
        out.line("digraph \"" + (title.isEmpty() ? "unnamed" : title) + "\" {");
        out.line("node [style=filled fillcolor=\"#f8f8f8\"]");
        legend(legend, title);
        long largest = 0;
        for (Node node : graph.nodes()) {
            numbers.put(node, numbers.size() + 1);
            largest = Math.max(largest, Math.abs(node.flat()));
        }
        Map<Node, Boolean> hasTags = new HashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (Node node : graph.nodes()) {
            node(node, largest);
            hasTags.put(node, tags(node));
            edges.addAll(node.out());
        }
        for (Edge edge : Edge.sorted(edges)) {
            edge(edge, hasTags.getOrDefault(edge.source(), false));
        }
        out.line("}");
    }

    private void legend(List<String> lines, String title) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        out.text("subgraph cluster_L { \"" + escape(lines.get(0)) + "\" [shape=box fontsize=16 label=\"");
        for (String line : lines) {
            out.text(escape(line)).text("\\l");
        }
        out.line("\"" + (title.isEmpty() ? "" : " tooltip=\"" + title + "\"") + "] }");
    }

    private void node(Node node, long largest) throws IOException {
        long flat = node.flat();
        long cum = node.cum();
        String flatText = report.format(flat);
        String cumText = flatText;
        StringBuilder label = new StringBuilder(multiline(node.info()));
        label.append(flat == 0 ? "0" : flatText + " (" + report.percentage(flat).trim() + ")");
        if (cum != flat) {
            cumText = report.format(cum);
            label.append(flat == 0 ? " " : "\\n");
            label.append("of ").append(cumText).append(" (");
            label.append(report.percentage(cum).trim()).append(")");
        }
        int font = SMALLEST_FONT;
        if (largest != 0 && flat != 0 && Math.abs(flat) <= largest) {
            font += (int) Math.ceil(FONT_GROWTH * Math.sqrt((double) Math.abs(flat) / largest));
        }
        int number = numbers.getOrDefault(node, 0);
        out.text("N" + number + " [label=\"" + label + "\" id=\"node" + number + "\" fontsize=" + font);
        out.text(" shape=box tooltip=\"" + escape(node.name()) + " (" + cumText + ")\"");
        out.line(" color=\"" + DotColor.line(share(cum)) + "\" fillcolor=\"" + DotColor.fill(share(cum)) + "\"]");
    }

    private double share(long value) {
        return (double) value / Math.abs(report.total());
    }

    private static String multiline(NodeInfo info) {
        String name = escape(FunctionName.shorten(info.name()))
                .replace("::", "\\n")
                .replace("[...]", "[…]")
                .replace(".", "\\n");
        String file = info.file().isEmpty() ? "" : SlashPath.base(info.file());
        return String.join("\\n", info.withName(name).withFile(file).components()) + "\\n";
    }

    /** Writes the labels of a node. Nodes that call something show the labels of what is their own. */
    private boolean tags(Node node) throws IOException {
        boolean byFlat = !node.isLeaf();
        String name = "N" + numbers.getOrDefault(node, 0);
        boolean any = false;
        List<Tag> texts = Tag.sorted(node.labelTags().values(), byFlat);
        for (int i = 0; i < Math.min(MAX_TAGS, texts.size()); i++) {
            Tag tag = texts.get(i);
            long value = byFlat ? tag.tally().flatValue() : tag.tally().cumValue();
            if (value == 0) {
                continue;
            }
            String number = name + "_" + i;
            box(number, tag.name(), value);
            arrow(name, number, value, "");
            numbers(node.numericTags().getOrDefault(tag.name(), Map.of()).values(), byFlat, number);
            any = true;
        }
        return numbers(node.numericTags().getOrDefault("", Map.of()).values(), byFlat, name) || any;
    }

    private boolean numbers(Collection<Tag> tags, boolean byFlat, String source) throws IOException {
        boolean any = false;
        List<Tag> groups = TagGroups.of(tags, MAX_TAGS, byFlat);
        for (int i = 0; i < groups.size(); i++) {
            Tag tag = groups.get(i);
            boolean own = byFlat || tag.tally().flatValue() == tag.tally().cumValue();
            long value = own ? tag.tally().flatValue() : tag.tally().cumValue();
            if (value != 0) {
                String number = "N" + source + "_" + i;
                box(number, tag.name(), value);
                arrow(source, number, value, own ? "" : " style=\"dotted\"");
                any = true;
            }
        }
        return any;
    }

    private void box(String name, String label, long value) throws IOException {
        out.line(name + " [label = \"" + label + "\" id=\"" + name + "\" fontsize=8 shape=box3d tooltip=\""
                + report.format(value) + "\"]");
    }

    private void arrow(String from, String to, long value, String style) throws IOException {
        String weight = report.format(value);
        out.line(from + " -> " + to + " [label=\" " + weight + "\" weight=100 tooltip=\"" + weight
                + "\" labeltooltip=\"" + weight + "\"" + style + "]");
    }

    private void edge(Edge edge, boolean sourceHasTags) throws IOException {
        String weight = report.format(edge.value());
        StringBuilder attributes =
                new StringBuilder("label=\" " + weight + (edge.isInline() ? "\\n (inline)" : "") + "\"");
        long total = report.total();
        if (total != 0) {
            // Of a comparison the share may be more than the whole.
            long thickness = 1 + Math.min(Math.abs(edge.value() * 100 / total), 100);
            long width = 1 + Math.min(Math.abs(edge.value() * 5 / total), 5);
            attributes.append(thickness > 1 ? " weight=" + thickness : "");
            attributes.append(width > 1 ? " penwidth=" + width : "");
            attributes
                    .append(" color=\"")
                    .append(DotColor.line(share(edge.value())))
                    .append("\"");
        }
        String tooltip = "\"" + escape(edge.source().name()) + (edge.isResidual() ? " ... " : " -> ")
                + escape(edge.target().name()) + " (" + weight + ")\"";
        attributes.append(" tooltip=").append(tooltip).append(" labeltooltip=").append(tooltip);
        attributes.append(edge.isResidual() ? " style=\"dotted\"" : "");
        attributes.append(sourceHasTags ? " minlen=2" : "");
        int from = numbers.getOrDefault(edge.source(), 0);
        int to = numbers.getOrDefault(edge.target(), 0);
        out.line("N" + from + " -> N" + to + " [" + attributes + "]");
    }

    /** Quotes for Graphviz; lines are aligned to the left. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\l");
    }
}
