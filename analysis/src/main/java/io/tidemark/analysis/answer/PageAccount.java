package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.measurement.Decimal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where the memory is, on a page: a waterfall, in which the bar of a part begins where its neighbour's ends. */
final class PageAccount {
    private static final int DEEPEST = 12;

    private final List<AccountingLine> lines;
    private final LeakingParts leaking;
    private final double whole;
    private final List<double[]> extents;
    private final double widest; // where the bar ends that ends last: parts that are taken off come behind

    PageAccount(Diagnosis diagnosis) {
        this.lines = diagnosis.accounting();
        this.leaking = LeakingParts.of(diagnosis);
        this.whole = lines.isEmpty() ? 1 : Math.max(1, Math.abs(lines.get(0).bytes()));
        this.extents = extents(lines);
        this.widest = extents.stream().mapToDouble(extent -> extent[1]).max().orElse(whole);
    }

    void write(TextOutput out) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        boolean hasChanges = lines.stream().anyMatch(line -> line.bytesPerMinute() != 0);
        out.text("<section><h2>Where the memory is</h2><table class=\"account\"><thead><tr><th>part</th>"
                + "<th class=\"number\">size</th><th class=\"number\">" + (hasChanges ? "a minute" : "")
                + "</th><th class=\"bar\"></th><th class=\"source\">source</th></tr></thead><tbody>");
        List<AccountingLine> shown = Waterfall.shown(lines);
        for (int i = 0; i < lines.size(); i++) {
            AccountingLine line = lines.get(i);
            if (!shown.contains(line)) {
                continue;
            }
            boolean isLeak = leaking.test(line);
            out.text("<tr" + (isLeak ? " class=\"leak\"" : "") + "><td class=\"depth" + Math.min(line.depth(), 5)
                    + "\">"
                    + escaped(line.line()) + (isLeak ? " <span class=\"mark\">the leak</span>" : "")
                    + "</td><td class=\"number\">" + Quantity.bytes(line.bytes()) + "</td><td class=\"number\">"
                    + change(line) + "</td><td class=\"bar\">" + bar(extents.get(i), line.bytes() < 0)
                    + "</td><td class=\"source\">"
                    + escaped(line.source()) + "</td></tr>");
        }
        out.text("</tbody></table></section>");
    }

    private String change(AccountingLine line) {
        return Waterfall.isChanging(line, whole) ? Quantity.change(line.bytesPerMinute()) : "";
    }

    /** Where the bar of each line begins and ends, in bytes: where its neighbour's ends, or where that of its whole begins. */
    private static List<double[]> extents(List<AccountingLine> lines) {
        double[] next = new double[DEEPEST + 2]; // by depth
        List<double[]> extents = new ArrayList<>();
        for (AccountingLine line : lines) {
            int depth = Math.min(line.depth(), DEEPEST);
            double start = next[depth];
            next[depth] = start + line.bytes();
            next[depth + 1] = start;
            extents.add(new double[] {Math.min(start, next[depth]), Math.max(start, next[depth])});
        }
        return extents;
    }

    private String bar(double[] extent, boolean isLess) {
        double from = Math.max(0, extent[0]) / widest * 1000;
        double to = Math.max(0, extent[1]) / widest * 1000;
        return "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect height=\"10\" x=\""
                + Decimal.fixed(from, 1) + "\" width=\"" + Decimal.fixed(Math.max(3, to - from), 1) + "\""
                + (isLess ? " class=\"less\"" : "") + "/></svg>";
    }
}
