package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Edge;
import io.tidemark.analysis.graph.Node;
import io.tidemark.model.measurement.Measurement;
import java.io.IOException;

/** Each node between its callers and its callees; with a symbol, only the nodes that it matches. */
final class TreeReport {
    private static final String SEPARATOR = "----------------------------------------------------------+-------------";

    private TreeReport() {}

    static void write(Report source, TextOutput out) throws IOException, ReportException {
        TrimmedGraph trimmed = TrimmedGraph.of(source, TrimmedGraph.Purpose.EDGES);
        Report report = trimmed.inSuitableUnit(source, TrimmedGraph.Purpose.EDGES);
        for (String line : Legend.ofGraph(report, trimmed, false)) {
            out.line(line);
        }
        out.line(SEPARATOR);
        out.line("      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t ");
        ReportOptions.Symbol symbol = report.options().symbol();
        boolean matched = symbol == null;
        long sum = 0;
        for (Node node : trimmed.graph().nodes()) {
            if (symbol != null && !symbol.matches().test(node.name())) {
                continue;
            }
            matched = true;
            sum += node.flat();
            out.line(SEPARATOR);
            for (Edge edge : node.in()) {
                edge(report, out, edge, node, edge.source());
            }
            node(report, out, node, sum);
            for (Edge edge : node.out()) {
                edge(report, out, edge, node, edge.target());
            }
        }
        if (!trimmed.graph().nodes().isEmpty()) {
            out.line(SEPARATOR);
        }
        if (!matched && symbol != null) {
            throw new ReportException("no matches found for regexp: " + symbol.text());
        }
    }

    private static void node(Report report, TextOutput out, Node node, long sum) throws IOException {
        out.right(report.format(node.flat()), 10).text(" ");
        out.text(report.percentage(node.flat()))
                .text(" ")
                .text(report.percentage(sum))
                .text(" ");
        out.right(report.format(node.cum()), 10).text(" ").text(report.percentage(node.cum()));
        out.text("                | ").line(node.name());
    }

    private static void edge(Report report, TextOutput out, Edge edge, Node node, Node other) throws IOException {
        out.right(report.format(edge.weight()), 50).text(" ");
        out.text(Measurement.percentage(edge.weight(), node.cum()));
        out.text(" |   ").text(other.name()).line(edge.isInline() ? " (inline)" : "");
    }
}
