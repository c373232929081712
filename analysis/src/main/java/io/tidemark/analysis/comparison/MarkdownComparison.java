package io.tidemark.analysis.comparison;

import static io.tidemark.analysis.answer.Markdown.code;
import static io.tidemark.analysis.answer.Markdown.escaped;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a pull request, as Markdown. Text of the target stands in code spans, where it can be no markup. */
public final class MarkdownComparison {
    private final List<String> lines = new ArrayList<>();

    private MarkdownComparison() {}

    public static List<String> lines(Comparison comparison) {
        MarkdownComparison markdown = new MarkdownComparison();
        markdown.comparison(comparison);
        return markdown.lines;
    }

    private void comparison(Comparison comparison) {
        lines.add("## " + comparison.ruling().outcome().words() + ": "
                + escaped(comparison.ruling().because()));
        lines.add("");
        lines.add("Before: " + side(comparison.before()) + ".");
        lines.add("After: " + side(comparison.after()) + ".");
        findings(comparison.findings());
        moves(comparison);
        owners("Live heap by function", comparison.clearest(comparison.heap()), true);
        owners("Goroutines by function", comparison.clearest(comparison.goroutines()), false);
        if (!comparison.cautions().isEmpty()) {
            heading("Caution");
            comparison.cautions().forEach(caution -> lines.add("- " + escaped(caution)));
        }
    }

    private static String side(Side side) {
        return code(side.name()) + " (" + escaped(side.words()) + ")";
    }

    private void findings(List<FindingPair> findings) {
        if (findings.isEmpty()) {
            return;
        }
        heading("Findings");
        for (FindingPair pair : findings) {
            String culprit = pair.finding()
                    .culprit()
                    .map(Culprit::named)
                    .map(name -> " " + code(name))
                    .orElse("");
            String because = pair.because().isEmpty() ? "" : " (" + escaped(pair.because()) + ")";
            lines.add("- **" + pair.fate().words() + "**: "
                    + escaped(pair.finding().title()) + culprit + because);
        }
    }

    private void moves(Comparison comparison) {
        if (comparison.moves().isEmpty()) {
            return;
        }
        heading("Numbers");
        lines.add("| | before | after | |");
        lines.add("|---|---:|---:|---|");
        for (Judgement judgement : Judgement.values()) {
            for (Move move : comparison.moves(judgement)) {
                boolean isSame = judgement == Judgement.SAME;
                lines.add("| " + move.measure().words() + " | " + move.words(move.before()) + " | "
                        + move.words(move.after()) + " | " + (isSame ? "" : "**" + judgement.label() + "**") + " |");
            }
        }
        lines.add("");
        lines.add("Noise: " + Moves.NOISE + ".");
    }

    private void owners(String title, List<OwnerChange> changes, boolean areBytes) {
        if (changes.isEmpty()) {
            return;
        }
        heading(title);
        lines.add("| function | before | after | change |");
        lines.add("|---|---:|---:|---:|");
        for (OwnerChange change : changes) {
            String sign = change.change() > 0 ? "+" : "";
            lines.add("| " + code(change.owner().named().replace('|', '/')) + " | " + value(change.before(), areBytes)
                    + " | " + value(change.after(), areBytes) + " | " + sign + value(change.change(), areBytes)
                    + (change.isClear() ? "" : ", may be chance") + " |");
        }
    }

    private static String value(double value, boolean areBytes) {
        return areBytes ? Quantity.bytes(value) : Quantity.count(value);
    }

    private void heading(String text) {
        lines.add("");
        lines.add("### " + text);
        lines.add("");
    }
}
