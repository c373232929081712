package io.tidemark.analysis.diff;

import io.tidemark.analysis.columns.Accrual;
import io.tidemark.analysis.columns.ColumnSums;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What changed from the base of a comparison, by node, the largest changes first.
 *
 * @param accrual how the values come about
 * @param total the sums of all stacks
 * @param rows the nodes that are shown
 * @param all how many nodes there are
 * @param left which are not shown for being small
 * @param isRestarted whether values became less that can only grow while the program runs
 */
public record Differences(Accrual accrual, Change total, List<Row> rows, int all, Left left, boolean isRestarted) {
    /** Counters that are scaled from samples may lose a little in rounding. */
    private static final double ROUNDING = 0.01;

    /** What changed at a node. */
    public record Row(NodeInfo info, Change flat, Change cum) {
        private long largest() {
            return Math.max(Math.abs(flat.amount()), Math.abs(cum.amount()));
        }

        private boolean isLess() {
            return flat.amount() < 0 || (flat.amount() == 0 && cum.amount() < 0);
        }
    }

    /**
     * How many nodes are not shown, and why.
     *
     * @param unchanged how many have the same values in both, flat and cumulative
     * @param small how many changed by less than {@code cutoff}
     * @param cutoff the least change that is shown; 0 where all are
     */
    public record Left(int unchanged, int small, long cutoff) {}

    /**
     * Compares what a report has of the base with the rest of it.
     *
     * @throws ReportException where the base can't be told apart
     */
    public static Differences of(Report report) throws ReportException {
        BaseColumns columns =
                new BaseColumns(report.profile(), report.options().value().index());
        if (!columns.hasBase()) {
            throw new ReportException("diff: nothing to compare with (expected -diff_base=EARLIER)");
        }
        NodeTable table =
                new NodeTable(report.profile(), false, report.options().paths()::trim);
        ColumnSums sums = ColumnSums.of(report.profile(), table, columns);
        Change total = new Change(sums.total(BaseColumns.BEFORE), sums.total(BaseColumns.AFTER));
        Accrual accrual =
                Accrual.of(report.options().value().type(), report.profile().header());
        List<Row> all = new ArrayList<>();
        boolean isRestarted = accrual == Accrual.SINCE_START && total.amount() < 0;
        for (int node = 0; node < table.size(); node++) {
            Change flat = new Change(sums.flat(node, BaseColumns.BEFORE), sums.flat(node, BaseColumns.AFTER));
            Change cum = new Change(sums.cum(node, BaseColumns.BEFORE), sums.cum(node, BaseColumns.AFTER));
            if (cum.before() != 0 || cum.after() != 0 || flat.before() != 0 || flat.after() != 0) {
                all.add(new Row(table.info(node), flat, cum));
                isRestarted |= accrual == Accrual.SINCE_START && flat.amount() < -ROUNDING * flat.before();
            }
        }
        Left left = left(all, total, report.options().trim().nodeFraction());
        return new Differences(
                accrual, total, shown(all, left.cutoff(), report.options()), all.size(), left, isRestarted);
    }

    private static Left left(List<Row> all, Change total, double fraction) {
        if (fraction <= 0) {
            return new Left(0, 0, 0);
        }
        double largest = Math.max(Math.abs((double) total.before()), Math.abs((double) total.after()));
        long cutoff = Math.max(1, (long) Math.ceil(largest * fraction));
        int unchanged = 0;
        int small = 0;
        for (Row row : all) {
            unchanged += row.largest() == 0 ? 1 : 0;
            small += row.largest() > 0 && row.largest() < cutoff ? 1 : 0;
        }
        return new Left(unchanged, small, cutoff);
    }

    private static List<Row> shown(List<Row> all, long cutoff, ReportOptions options) {
        List<Row> rows = new ArrayList<>(all);
        rows.removeIf(row -> row.largest() < cutoff || (options.style().dropNegative() && row.isLess()));
        Comparator<Row> byFlat =
                Comparator.comparingLong(row -> -Math.abs(row.flat().amount()));
        Comparator<Row> byCum =
                Comparator.comparingLong(row -> -Math.abs(row.cum().amount()));
        rows.sort((options.style().byCumulative() ? byCum.thenComparing(byFlat) : byFlat.thenComparing(byCum))
                .thenComparing(Row::info, NodeInfo.ORDER));
        int most = options.trim().nodeCount();
        return most > 0 && most < rows.size() ? List.copyOf(rows.subList(0, most)) : List.copyOf(rows);
    }
}
