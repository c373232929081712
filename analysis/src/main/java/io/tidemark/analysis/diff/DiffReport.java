package io.tidemark.analysis.diff;

import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.SuitableUnit;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.table.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from the base of a comparison, the largest changes first:
 *
 * <pre>{@code
 * Type: inuse_space
 * Values are what there is at the moment: before and after are compared.
 * Total 1.22MB before, 14.48MB after: +13.26MB (11.8x)
 * Showing 2 of 8 nodes; 2 did not change; 4 changed by less than 0.08MB
 * -------------- flat --------------  --------------- cum --------------
 * before    after    change           before    after    change
 * 1.02MB  14.06MB  +13.05MB    13.8x  1.02MB  14.06MB  +13.05MB    13.8x  bytes.growSlice
 *      0   0.40MB   +0.40MB      new       0   0.40MB   +0.40MB      new  bufio.NewWriterSize
 * }</pre>
 */
public final class DiffReport {
    private static final List<String> COLUMNS = List.of("before", "after", "change", "");

    private final Report report;
    private final Differences differences;

    private DiffReport(Report report, Differences differences) {
        this.report = report;
        this.differences = differences;
    }

    /** Writes a table for each report, which differ in the sample type; the output is not flushed. */
    public static void write(List<Report> reports, TextOutput out) throws IOException, ReportException {
        for (int i = 0; i < reports.size(); i++) {
            if (i > 0) {
                out.newLine();
            }
            Differences differences = Differences.of(reports.get(i));
            new DiffReport(inSuitableUnit(reports.get(i), differences), differences).write(out);
        }
    }

    private static Report inSuitableUnit(Report report, Differences differences) {
        if (!SuitableUnit.isAskedFor(report)) {
            return report;
        }
        SuitableUnit unit = new SuitableUnit(report);
        for (Differences.Row row : differences.rows()) {
            unit.see(row.flat().amount() == 0 ? row.cum().amount() : row.flat().amount());
        }
        return unit.choose(true);
    }

    private void write(TextOutput out) throws IOException {
        for (String line : legend()) {
            out.line(line);
        }
        TextTable table = new TextTable().group("flat", COLUMNS).group("cum", COLUMNS);
        for (Differences.Row row : differences.rows()) {
            List<String> cells = new ArrayList<>(8);
            cells(row.flat(), cells);
            cells(row.cum(), cells);
            table.row(cells, row.info().printableName());
        }
        table.write(out);
    }

    private void cells(Change change, List<String> cells) {
        cells.add(report.format(change.before()));
        cells.add(report.format(change.after()));
        cells.add(signed(report, change.amount()));
        cells.add(change.relative());
    }

    /** A value with its sign: {@code +1.50MB}, {@code -3kB}, {@code 0}. */
    static String signed(Report report, long value) {
        return (value > 0 ? "+" : "") + report.format(value);
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        if (!report.options().style().compactLabels()) {
            lines.addAll(Legend.ofProfile(report));
        } else {
            lines.add("Type: " + report.options().value().name());
        }
        lines.addAll(Legend.ofFilters(report));
        lines.add(meaning());
        Change total = differences.total();
        String relative = total.relative();
        lines.add("Total " + report.format(total.before()) + " before, " + report.format(total.after()) + " after: "
                + signed(report, total.amount()) + (relative.isEmpty() ? "" : " (" + relative + ")"));
        lines.add(shown());
        return lines;
    }

    private String meaning() {
        String values = "Values are " + differences.accrual().meaning();
        return switch (differences.accrual()) {
            case PRESENT -> values + ": before and after are compared.";
            case SINCE_START ->
                differences.isRestarted()
                        ? values + ", and some became less: it was restarted in between,"
                                + " or these are two programs. The change is not what came in between."
                        : values + ": the change is what came in between.";
            case RECORDED -> values + ": if one was recorded for longer, it has more (-normalize makes up for it).";
            case UNKNOWN -> values + ": before and after are compared as they are.";
        };
    }

    private String shown() {
        Differences.Left left = differences.left();
        StringBuilder text = new StringBuilder("Showing ");
        text.append(differences.rows().size())
                .append(" of ")
                .append(differences.all())
                .append(" nodes");
        if (left.unchanged() > 0) {
            text.append("; ").append(left.unchanged()).append(" did not change");
        }
        if (left.small() > 0) {
            text.append("; ").append(left.small()).append(" changed by less than ");
            text.append(report.format(left.cutoff()));
        }
        return text.toString();
    }
}
