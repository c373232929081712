package io.tidemark.analysis.label;

import io.tidemark.analysis.columns.ColumnSums;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.report.TrimmedGraph;
import io.tidemark.analysis.table.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes with the largest values, with what each has under the values of a label: of what is its own, or of its
 * cumulative values where the table is sorted by these. The rows are those of the plain table:
 *
 * <pre>{@code
 * --------------- all ---------------  - flat by endpoint -
 *    flat   flat%       cum     cum%  /orders    /items
 *  8.50MB  42.50%      12MB   60.00%      6MB    2.50MB  main.load
 * }</pre>
 */
public final class LabelTable {
    private static final int MOST = 6;

    private LabelTable() {}

    /** Writes the table; the output is not flushed. */
    public static void write(Report source, String key, TextOutput out) throws IOException, ReportException {
        if (source.options().value().divisor() >= 0) {
            throw new ReportException("mean: not by label");
        }
        TrimmedGraph trimmed = TrimmedGraph.of(source, TrimmedGraph.Purpose.ROWS);
        Report report = trimmed.inSuitableUnit(source, TrimmedGraph.Purpose.ROWS);
        LabelGroups groups = LabelGroups.of(report, key, MOST);
        NodeTable table =
                new NodeTable(report.profile(), false, report.options().paths()::trim);
        LabelColumns columns = new LabelColumns(groups, report.options().value().index());
        ColumnSums sums = ColumnSums.of(report.profile(), table, columns);
        for (String line : Legend.ofGraph(report, trimmed, false)) {
            out.line(line);
        }
        if (groups.overlap()) {
            out.line("Some samples have several values of " + key + " and count under each.");
        }
        boolean byCum = report.options().style().byCumulative();
        List<String> names = new ArrayList<>();
        for (LabelGroups.Group group : groups.groups()) {
            names.add(group.name());
        }
        TextTable text = new TextTable()
                .group("all", List.of("flat", "flat%", "cum", "cum%"))
                .group((byCum ? "cum" : "flat") + " by " + key, names);
        List<Node> nodes = trimmed.graph().nodes();
        int[] numbers = Graph.Builder.numbers(nodes);
        for (int i = 0; i < numbers.length; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(report.format(nodes.get(i).flat()));
            cells.add(report.percentage(nodes.get(i).flat()));
            cells.add(report.format(nodes.get(i).cum()));
            cells.add(report.percentage(nodes.get(i).cum()));
            for (int group = 0; group < names.size(); group++) {
                cells.add(report.format(byCum ? sums.cum(numbers[i], group) : sums.flat(numbers[i], group)));
            }
            text.row(cells, nodes.get(i).name());
        }
        text.write(out);
    }
}
