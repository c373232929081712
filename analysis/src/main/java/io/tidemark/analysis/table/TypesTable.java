package io.tidemark.analysis.table;

import io.tidemark.analysis.columns.Accrual;
import io.tidemark.analysis.columns.ColumnSums;
import io.tidemark.analysis.columns.TypeColumns;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.SuitableUnit;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.report.TrimmedGraph;
import io.tidemark.model.measurement.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The nodes with the largest values of one sample type, with their values of others. They are those of the plain table of
 * the first type, in its order. Where a type counts the things that another one sums up, there is the size of one of them:
 *
 * <pre>{@code
 * ---------- inuse_space -----------  ------- inuse_objects -------  --- mean ---
 *    flat   flat%       cum     cum%  flat   flat%    cum     cum%   inuse_space
 *  8.50MB  42.50%      12MB   60.00%  1200  30.00%   1300   32.50%        7.25kB  main.load
 * }</pre>
 */
public final class TypesTable {
    private final List<Report> reports;
    private final TrimmedGraph trimmed;
    private final ColumnSums sums;
    private final int[] nodes; // the numbers of the nodes that are shown

    private TypesTable(List<Report> reports) {
        Report first = reports.get(0);
        this.trimmed = TrimmedGraph.of(first, TrimmedGraph.Purpose.ROWS);
        this.nodes = Graph.Builder.numbers(trimmed.graph().nodes());
        NodeTable table = new NodeTable(first.profile(), false, first.options().paths()::trim);
        int[] types = new int[reports.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = reports.get(i).options().value().index();
        }
        this.sums = ColumnSums.of(first.profile(), table, new TypeColumns(types));
        this.reports = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            this.reports.add(inSuitableUnit(reports.get(i), i));
        }
    }

    /** Writes the table of reports that differ in the sample type; the output is not flushed. */
    public static void write(List<Report> reports, TextOutput out) throws IOException, ReportException {
        for (Report report : reports) {
            if (report.options().value().divisor() >= 0) {
                throw new ReportException("mean: not for several sample types (the table has a mean of its own)");
            }
        }
        new TypesTable(reports).write(out);
    }

    private Report inSuitableUnit(Report report, int column) {
        if (!SuitableUnit.isAskedFor(report)) {
            return report;
        }
        SuitableUnit unit = new SuitableUnit(report);
        for (int node : nodes) {
            unit.see(sums.flat(node, column) == 0 ? sums.cum(node, column) : sums.flat(node, column));
        }
        return unit.choose(true);
    }

    private void write(TextOutput out) throws IOException {
        for (String line : Legend.ofGraph(reports.get(0), trimmed, false)) {
            out.line(line);
        }
        List<Mean> means = means();
        TextTable table = new TextTable();
        for (Report report : reports) {
            table.group(report.options().value().name(), List.of("flat", "flat%", "cum", "cum%"));
        }
        for (Mean mean : means) {
            table.group("mean", List.of(mean.name()));
        }
        List<Node> shown = trimmed.graph().nodes();
        for (int i = 0; i < nodes.length; i++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < reports.size(); column++) {
                cells(reports.get(column), sums.flat(nodes[i], column), cells);
                cells(reports.get(column), sums.cum(nodes[i], column), cells);
            }
            for (Mean mean : means) {
                cells.add(mean(mean, nodes[i]));
            }
            table.row(cells, shown.get(i).name() + inlining(shown.get(i)));
        }
        table.write(out);
    }

    private static void cells(Report report, long value, List<String> cells) {
        cells.add(report.format(value));
        cells.add(report.percentage(value));
    }

    private static String inlining(Node node) {
        return switch (node.inlining()) {
            case NONE -> "";
            case PARTIAL -> " (partial-inline)";
            case FULL -> " (inline)";
        };
    }

    /** Which column is divided by which. */
    private record Mean(String name, int sum, int count) {}

    private List<Mean> means() {
        List<Mean> means = new ArrayList<>();
        for (int sum = 0; sum < reports.size(); sum++) {
            String type = reports.get(sum).options().value().name();
            Optional<String> count = Accrual.countOf(type);
            for (int column = 0; column < reports.size(); column++) {
                if (count.isPresent()
                        && count.get()
                                .equals(reports.get(column).options().value().name())) {
                    means.add(new Mean(type, sum, column));
                }
            }
        }
        return means;
    }

    /** The mean of what a node has itself, or of all that it calls where it has nothing itself. */
    private String mean(Mean mean, int node) {
        boolean isOwn = sums.flat(node, mean.count()) != 0;
        long count = isOwn ? sums.flat(node, mean.count()) : sums.cum(node, mean.count());
        long sum = isOwn ? sums.flat(node, mean.sum()) : sums.cum(node, mean.sum());
        String unit = reports.get(mean.sum()).options().value().unit();
        return count == 0 ? "" : Measurement.label(Math.round((double) sum / count), unit);
    }
}
