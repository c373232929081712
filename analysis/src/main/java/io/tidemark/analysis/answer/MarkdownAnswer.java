package io.tidemark.analysis.answer;

import static io.tidemark.analysis.answer.Markdown.code;
import static io.tidemark.analysis.answer.Markdown.escaped;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.RuledOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A diagnosis for a ticket, as Markdown that GitHub, GitLab and Jira's importer understand.
 *
 * <p>Text of the target, such as names of functions, stands in code spans, where it can be no markup.
 */
public final class MarkdownAnswer {
    private final List<String> lines = new ArrayList<>();

    private MarkdownAnswer() {}

    public static List<String> lines(Diagnosis diagnosis) {
        MarkdownAnswer answer = new MarkdownAnswer();
        answer.diagnosis(diagnosis);
        return answer.lines;
    }

    private void diagnosis(Diagnosis diagnosis) {
        lines.add("## " + diagnosis.verdict().label().toUpperCase(Locale.ROOT) + ": " + escaped(headline(diagnosis)));
        lines.add("");
        Diagnosis.Observed observed = diagnosis.observed();
        lines.add(code(diagnosis.target().name())
                + (diagnosis.target().runtime().isEmpty()
                        ? ""
                        : " (" + escaped(diagnosis.target().runtime()) + ")")
                + ", observed from " + observed.from() + " for " + Quantity.time(observed.seconds()) + ".");
        for (Finding finding : diagnosis.findings()) {
            finding(finding);
        }
        if (!diagnosis.ruledOut().isEmpty()) {
            heading("Ruled out");
            for (RuledOut ruledOut : diagnosis.ruledOut()) {
                lines.add("- " + ruledOut.kind().words() + ": " + escaped(ruledOut.because()));
            }
        }
        accounting(diagnosis.accounting());
        if (!diagnosis.notes().isEmpty()) {
            heading("Notes");
            diagnosis.notes().forEach(note -> lines.add("- " + escaped(note)));
        }
    }

    private static String headline(Diagnosis diagnosis) {
        return diagnosis.findings().isEmpty()
                ? diagnosis.because()
                : diagnosis.findings().get(0).title();
    }

    private void finding(Finding finding) {
        heading(escaped(finding.title()));
        lines.add(escaped(finding.cause()) + " (" + finding.kind().words() + ", "
                + finding.confidence().level() + " confidence)");
        lines.add("");
        for (Evidence evidence : finding.evidence()) {
            lines.add("- " + escaped(evidence.text()));
        }
        finding.rate()
                .secondsToLimit()
                .ifPresent(seconds ->
                        lines.add("- **the limit is reached in " + Quantity.time(seconds) + " at this rate**"));
        if (!finding.fix().isEmpty()) {
            lines.add("");
            lines.add("**Fix:** " + escaped(String.join("; or: ", finding.fix())));
        }
        finding.culprit().filter(culprit -> !culprit.stack().isEmpty()).ifPresent(culprit -> {
            lines.add("");
            lines.add("```");
            culprit.stack().forEach(frame -> lines.add(frame.replace("```", "'''")));
            lines.add("```");
        });
    }

    private void accounting(List<AccountingLine> accounting) {
        if (accounting.isEmpty()) {
            return;
        }
        heading("Memory");
        lines.add("| what | size | a minute | source |");
        lines.add("|---|---:|---:|---|");
        for (AccountingLine line : accounting) {
            String indent = "&nbsp;".repeat(2 * line.depth());
            lines.add("| " + indent + escaped(line.line()) + " | " + Quantity.bytes(line.bytes()) + " | "
                    + Quantity.change(line.bytesPerMinute()) + " | " + escaped(line.source()) + " |");
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add("### " + text);
        lines.add("");
    }
}
