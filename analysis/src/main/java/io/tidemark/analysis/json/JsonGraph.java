package io.tidemark.analysis.json;

import io.tidemark.analysis.graph.Edge;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.Tag;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.analysis.report.TrimmedGraph;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nodes with the calls between them. Nodes are known by the number that they have in the document, from 1. */
final class JsonGraph {
    private final JsonWriter json;
    private final Report report;
    private final TrimmedGraph trimmed;
    private final Map<Node, Integer> ids = new HashMap<>();

    private JsonGraph(JsonWriter json, Report report, TrimmedGraph.Purpose purpose) {
        this.json = json;
        this.report = report;
        this.trimmed = TrimmedGraph.of(report, purpose);
        for (Node node : trimmed.graph().nodes()) {
            ids.put(node, ids.size() + 1);
        }
    }

    /** Each node with its callers and its callees; with a symbol, only the nodes that it matches. */
    static void tree(JsonWriter json, Report report) throws IOException, ReportException {
        new JsonGraph(json, report, TrimmedGraph.Purpose.EDGES).writeTree();
    }

    /** Nodes with their labels, then the edges. */
    static void picture(JsonWriter json, Report report) throws IOException {
        new JsonGraph(json, report, TrimmedGraph.Purpose.PICTURE).writePicture();
    }

    private void writeTree() throws IOException, ReportException {
        ReportOptions.Symbol symbol = report.options().symbol();
        Graph graph = trimmed.graph();
        if (symbol != null
                && graph.nodes().stream().noneMatch(node -> symbol.matches().test(node.name()))) {
            throw new ReportException("no matches found for regexp: " + symbol.text());
        }
        JsonHead.shown(json, report, trimmed);
        json.name("nodes").beginArray();
        for (Node node : graph.nodes()) {
            if (symbol == null || symbol.matches().test(node.name())) {
                json.beginObject().member("id", id(node));
                JsonNode.node(json, report, node);
                json.name("callers").beginArray();
                for (Edge edge : node.in()) {
                    neighbour(edge, edge.source());
                }
                json.end().name("callees").beginArray();
                for (Edge edge : node.out()) {
                    neighbour(edge, edge.target());
                }
                json.end().end();
            }
        }
        json.end();
    }

    private int id(Node node) {
        return ids.getOrDefault(node, 0);
    }

    private void neighbour(Edge edge, Node other) throws IOException {
        json.inline().beginObject().member("id", id(other)).member("name", other.name());
        json.member("value", report.multiply(edge.weight()));
        flags(edge);
        json.end();
    }

    private void flags(Edge edge) throws IOException {
        if (edge.isInline()) {
            json.member("inline", true);
        }
        if (edge.isResidual()) {
            json.member("residual", true);
        }
    }

    private void writePicture() throws IOException {
        JsonHead.shown(json, report, trimmed);
        json.name("nodes").beginArray();
        List<Edge> edges = new ArrayList<>();
        for (Node node : trimmed.graph().nodes()) {
            edges.addAll(node.out());
            json.inline().beginObject().member("id", id(node));
            JsonNode.node(json, report, node);
            if (!node.labelTags().isEmpty() || !node.numericTags().isEmpty()) {
                json.name("tags").beginArray();
                tags(node.labelTags().values(), "");
                for (Map.Entry<String, Map<String, Tag>> numbers : new TreeMap<>(node.numericTags()).entrySet()) {
                    tags(numbers.getValue().values(), numbers.getKey());
                }
                json.end();
            }
            json.end();
        }
        json.end().name("edges").beginArray();
        for (Edge edge : Edge.sorted(edges)) {
            json.inline().beginObject().member("from", id(edge.source())).member("to", id(edge.target()));
            json.member("value", report.multiply(edge.value()));
            flags(edge);
            json.end();
        }
        json.end();
    }

    private void tags(Collection<Tag> tags, String under) throws IOException {
        for (Tag tag : Tag.sorted(tags, true)) {
            json.beginObject().member("name", tag.name());
            JsonHead.text(json, "under", under);
            json.member("flat", report.multiply(tag.tally().flatValue()));
            json.member("cum", report.multiply(tag.tally().cumValue())).end();
        }
    }
}
