package io.tidemark.analysis.diff;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.analysis.report.SuitableUnit;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.table.TextTable;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.profile.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was allocated between the first and the second of three snapshots and is still there in the third:
 *
 * <pre>{@code
 * In use: 1.25MB in A, 14.48MB in B, 13.82MB in C; from A to C 1.26MB a minute more
 * From A to B 54.69MB were allocated. In use grew by 13.25MB, and 12.57MB (94.86%) of that is there in C.
 * ---------- kept ----------  ------ surely ------  ------------ from A to B -------------
 *    flat   flat%      cum    at least   at most      grew   allocated  survived
 * 12.42MB  98.81%  12.42MB      9.12MB   13.85MB   13.05MB     38.67MB    32.13%  bytes.growSlice
 * }</pre>
 *
 * <p>The stacks that keep most follow, and what the numbers can't tell. {@link Survival} has the formulas.
 */
public final class SnapshotReport {
    private static final int STACKS = 3;
    private static final double LEAST_SHARE = 0.01; // of what is kept, for a stack to be shown
    private static final int FEW_SAMPLES = 4;
    private static final double MINUTE = 60e9;
    private static final long LEAST_TIME = 10_000_000_000L; // a rate needs a while

    private final Report report;
    private final Survivors survivors;
    private final long fewSamples; // what is less comes from fewer samples than can be relied on

    private SnapshotReport(Report report, Survivors survivors) {
        this.report = report;
        this.survivors = survivors;
        this.fewSamples = FEW_SAMPLES * bytesPerSample(report.profile().header(), survivors);
    }

    /** Writes a table for each report, which differ in the sample type; the output is not flushed. */
    public static void write(List<Report> reports, TextOutput out) throws IOException, ReportException {
        for (int i = 0; i < reports.size(); i++) {
            if (i > 0) {
                out.newLine();
            }
            Survivors survivors = Survivors.of(reports.get(i));
            Report report = ofType(reports.get(i), survivors);
            new SnapshotReport(inSuitableUnit(report, survivors), survivors).write(out);
        }
    }

    /** The report on the type that is looked at, which is of what is in use when asked for allocations. */
    private static Report ofType(Report report, Survivors survivors) {
        int index = report.profile().sampleTypes().indexOf(survivors.type());
        return report.withOptions(report.options().withValue(SampleValue.of(index, survivors.type())));
    }

    private static Report inSuitableUnit(Report report, Survivors survivors) {
        if (!SuitableUnit.isAskedFor(report)) {
            return report;
        }
        SuitableUnit unit = new SuitableUnit(report);
        for (Survivors.Row row : shown(survivors, report.options())) {
            unit.see(row.flat().kept() == 0 ? row.cum().kept() : row.flat().kept());
        }
        return unit.choose(true);
    }

    /** What one sample stands for, in bytes, as the period says; 0 where that says nothing of these values. */
    private static long bytesPerSample(Header header, Survivors survivors) {
        boolean isBytes = survivors.type().unit().equals("bytes")
                && header.period().type().unit().equals("bytes");
        return isBytes && header.period().value() > 1 ? header.period().value() : 0;
    }

    private void write(TextOutput out) throws IOException {
        if (!report.options().style().compactLabels()) {
            for (String line : Legend.ofProfile(report)) {
                out.line(line);
            }
        }
        for (String line : Legend.ofFilters(report)) {
            out.line(line);
        }
        out.line(inUse());
        out.line(summary());
        List<Survivors.Row> rows = shown(survivors, report.options());
        if (rows.size() < survivors.rows().size()) {
            out.line("Showing " + rows.size() + " of " + survivors.rows().size() + " nodes that grew from A to B");
        }
        table(rows).write(out);
        stacks(out);
        notes(out);
    }

    private String inUse() {
        List<Long> inUse = survivors.inUse();
        String text = "In use: " + report.format(inUse.get(0)) + " in A, " + report.format(inUse.get(1)) + " in B, "
                + report.format(inUse.get(2)) + " in C";
        long nanos = survivors.times().get(2) - survivors.times().get(0);
        if (survivors.times().get(0) == 0 || nanos < LEAST_TIME) {
            return text;
        }
        long perMinute = Math.round((inUse.get(2) - inUse.get(0)) / (nanos / MINUTE));
        String rate = perMinute == 0 ? "no change" : DiffReport.signed(report, perMinute) + " a minute";
        return text + "; from A to C " + rate;
    }

    private String summary() {
        Survival total = survivors.total();
        String grown = "stacks grew by " + report.format(total.grown()) + " in all, and " + report.format(total.kept())
                + " (" + Measurement.percentage(total.kept(), total.grown()).trim() + ") of that is there in C.";
        return switch (survivors.allocations()) {
            case KNOWN -> "From A to B " + report.format(total.allocated()) + " were allocated; " + grown;
            case UNKNOWN -> "From A to B " + grown;
            case RESTARTED ->
                "From A to B " + grown + " Allocations became less: the program was restarted in between,"
                        + " so what is there in C is not what was there in A.";
        };
    }

    private static List<Survivors.Row> shown(Survivors survivors, ReportOptions options) {
        List<Survivors.Row> rows = new ArrayList<>(survivors.rows());
        long cutoff =
                (long) Math.ceil(survivors.total().grown() * options.trim().nodeFraction());
        rows.removeIf(row -> row.cum().grown() < cutoff);
        int most = options.trim().nodeCount();
        return most > 0 && most < rows.size() ? rows.subList(0, most) : rows;
    }

    private TextTable table(List<Survivors.Row> rows) {
        boolean isKnown = survivors.allocations() == Survivors.Allocations.KNOWN;
        TextTable table = new TextTable().group("kept", List.of("flat", "flat%", "cum"));
        if (isKnown) {
            table.group("of flat, surely", List.of("at least", "at most"));
            table.group("flat, from A to B", List.of("grew", "allocated", "survived"));
        } else {
            table.group("from A to B", List.of("grew"));
        }
        for (Survivors.Row row : rows) {
            Survival flat = row.flat();
            List<String> cells = new ArrayList<>(8);
            cells.add(doubtful(flat.kept()));
            cells.add(Measurement.percentage(flat.kept(), survivors.total().kept()));
            cells.add(doubtful(row.cum().kept()));
            if (isKnown) {
                cells.add(report.format(flat.atLeast()));
                cells.add(report.format(flat.atMost()));
            }
            cells.add(report.format(flat.grown()));
            if (isKnown) {
                cells.add(report.format(flat.allocated()));
                cells.add(flat.allocated() == 0 ? "" : Measurement.percentage(flat.kept(), flat.allocated()));
            }
            table.row(cells, row.name());
        }
        return table;
    }

    private String doubtful(long value) {
        return (value > 0 && value < fewSamples ? "~" : "") + report.format(value);
    }

    private void stacks(TextOutput out) throws IOException {
        List<Survivors.Stack> stacks = new ArrayList<>(survivors.stacks());
        stacks.removeIf(stack ->
                stack.survival().kept() < LEAST_SHARE * survivors.total().kept());
        if (stacks.isEmpty()) {
            return;
        }
        out.newLine().line("The stacks that keep most:");
        for (Survivors.Stack stack : stacks.subList(0, Math.min(STACKS, stacks.size()))) {
            out.newLine()
                    .line("  " + report.format(stack.survival().kept()) + " kept; in use "
                            + report.format(stack.inUse().get(0)) + ", then "
                            + report.format(stack.inUse().get(1)) + ", then "
                            + report.format(stack.inUse().get(2)));
            for (String frame : stack.frames()) {
                out.text("      ").line(frame);
            }
        }
    }

    private void notes(TextOutput out) throws IOException {
        out.newLine().line("Kept is what stacks had more in B than in A and had not less in C: min(B, C) - A.");
        if (survivors.allocations() == Survivors.Allocations.KNOWN) {
            out.line(
                    "Snapshots have sums, not objects: what is there in C may have replaced what came before B. What came"
                            + " from A to B and is there in C is surely at least and at most what the columns say.");
        } else {
            out.line("Snapshots have sums, not objects: what is there in C may have replaced what came before B.");
        }
        if (fewSamples > 0) {
            out.line("The values are estimates from samples, one for about " + label(fewSamples / FEW_SAMPLES)
                    + "; those with ~ come from fewer than four.");
        }
    }

    private static String label(long bytes) {
        return Measurement.label(bytes, "bytes");
    }
}
