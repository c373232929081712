package io.tidemark.analysis.label;

import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A report for each value of a label, one after the other, each under a line with the value and its share:
 *
 * <pre>{@code
 * ==== endpoint: /orders  15MB of 20MB (75.00%)
 * ...
 *
 * ==== endpoint: (none)  5MB of 20MB (25.00%)
 * ...
 * }</pre>
 */
public final class LabelSections {
    private static final int MOST = 16;

    private LabelSections() {}

    /** Writes a report; there is one for each sample type that was asked for. */
    @FunctionalInterface
    public interface Section {
        void write(List<Report> reports, TextOutput out) throws IOException, ReportException;
    }

    /** Writes a section for each group; the output is not flushed. */
    public static void write(List<Report> reports, String key, Section section, TextOutput out)
            throws IOException, ReportException {
        Report report = reports.get(0);
        LabelGroups groups = groups(report, key);
        if (!report.options().style().compactLabels()) {
            for (String line : Legend.ofProfile(report)) {
                out.line(line);
            }
        }
        for (int i = 0; i < groups.groups().size(); i++) {
            LabelGroups.Group group = groups.groups().get(i);
            out.text(i == 0 ? "" : "\n").text("==== " + key + ": " + group.name() + "  ");
            out.text(report.format(group.sum())).text(" of ").text(report.format(report.total()));
            out.line(" (" + report.percentage(group.sum()).trim() + ")");
            List<Report> selected = new ArrayList<>(reports.size());
            for (Report each : reports) {
                selected.add(groups.select(each.withOptions(each.options().compact()), i));
            }
            try {
                section.write(selected, out);
            } catch (ReportException e) { // it may be there under another value
                out.line(String.valueOf(e.getMessage()));
            }
        }
        if (groups.overlap()) {
            out.newLine().line("Some samples have several values of " + key + " and count under each.");
        }
    }

    /** The groups that have a section. */
    public static LabelGroups groups(Report report, String key) throws ReportException {
        return LabelGroups.of(report, key, MOST);
    }
}
