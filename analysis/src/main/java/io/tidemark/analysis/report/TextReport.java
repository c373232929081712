package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Node;
import java.io.IOException;

/**
 * The nodes with the largest values, one a line:
 *
 * <pre>{@code
 *       flat  flat%   sum%        cum   cum%
 *     8.50MB 42.50% 42.50%    12.00MB 60.00%  main.load
 *        4MB 20.00% 62.50%        4MB 20.00%  bytes.makeSlice (inline)
 * }</pre>
 */
final class TextReport {
    private TextReport() {}

    static void write(Report source, TextOutput out) throws IOException {
        TrimmedGraph trimmed = TrimmedGraph.of(source, TrimmedGraph.Purpose.ROWS);
        Report report = trimmed.inSuitableUnit(source, TrimmedGraph.Purpose.ROWS);
        for (String line : Legend.ofGraph(report, trimmed, false)) {
            out.line(line);
        }
        out.line("      flat  flat%   sum%        cum   cum%");
        long sum = 0;
        for (Node node : trimmed.graph().nodes()) {
            sum += node.flat();
            out.right(report.format(node.flat()), 10).text(" ");
            out.text(report.percentage(node.flat()))
                    .text(" ")
                    .text(report.percentage(sum))
                    .text(" ");
            out.right(report.format(node.cum()), 10).text(" ").text(report.percentage(node.cum()));
            out.text("  ").text(node.name()).line(inlining(node));
        }
    }

    private static String inlining(Node node) {
        return switch (node.inlining()) {
            case NONE -> "";
            case PARTIAL -> " (partial-inline)";
            case FULL -> " (inline)";
        };
    }
}
