package io.tidemark.analysis.answer;

import static io.tidemark.analysis.answer.Markdown.code;
import static io.tidemark.analysis.answer.Markdown.escaped;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A diagnosis for a ticket, as Markdown that GitHub, GitLab and Jira's importer understand.
 *
 * <pre>{@code
 * ## LEAK: gRPC connections are dialled and never closed
 *
 * `http://10.0.3.7:6060` (go1.26.1), from 2026-07-09T23:29:56Z: 60 seconds, 13 profiles, 3 forced collections
 *
 * **Cause**, with very high confidence: svc.callOtherModule (client.go:48) dials a new grpc.ClientConn on every call ...
 * }</pre>
 *
 * <p>Text of the target, such as names of functions, is escaped or stands in code, where it can be no markup.
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
        List<Defect> defects = Defect.of(diagnosis.findings());
        Verdict verdict = diagnosis.verdict();
        boolean isSaid = verdict != Verdict.HEALTHY && verdict != Verdict.UNDECIDED && !defects.isEmpty();
        String word = verdict.label().toUpperCase(Locale.ROOT);
        lines.add("## " + (isSaid ? heading(defects.get(0)) : word));
        lines.add("");
        Diagnosis.Observed observed = diagnosis.observed();
        String runtime = diagnosis.target().runtime();
        lines.add(code(diagnosis.target().name()) + (runtime.isEmpty() ? "" : " (" + escaped(runtime) + ")") + ", from "
                + observed.from() + ": " + Head.observed(observed));
        if (!isSaid) {
            lines.add("");
            lines.add(escaped(diagnosis.because()));
        }
        for (int i = 0; i < defects.size(); i++) {
            if (i > 0 || !isSaid) {
                section(heading(defects.get(i)));
                lines.remove(lines.size() - 1);
            }
            finding(defects.get(i));
        }
        if (!diagnosis.ruledOut().isEmpty()) {
            section("What it is not");
            for (RuledOut ruledOut : diagnosis.ruledOut()) {
                lines.add("- " + ruledOut.kind().words() + ": " + escaped(ruledOut.because()));
            }
        }
        accounting(diagnosis);
        if (!diagnosis.notes().isEmpty()) {
            section("Notes");
            diagnosis.notes().forEach(note -> lines.add("- " + escaped(note)));
        }
    }

    private static String heading(Defect defect) {
        return defect.label() + ": " + escaped(defect.finding().title());
    }

    private void finding(Defect defect) {
        Finding finding = defect.finding();
        lines.add("");
        lines.add("**Cause**, with " + finding.confidence().level() + " confidence: " + prose(finding.cause()));
        list("Also in", defect.places());
        list("Evidence", finding.evidence().stream().map(Evidence::text).toList());
        list("Fix", finding.fix());
        finding.rate().secondsToLimit().ifPresent(seconds -> {
            lines.add("");
            lines.add("**Deadline**: " + Head.deadline(seconds));
        });
        List<String> stack = finding.culprit().map(StackLines::whole).orElse(List.of());
        if (!stack.isEmpty()) {
            lines.add("");
            lines.add("```");
            stack.forEach(frame -> lines.add(frame.replace("```", "'''")));
            lines.add("```");
        }
    }

    private void list(String name, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add("**" + name + "**");
            lines.add("");
            items.forEach(item -> lines.add("- " + prose(item)));
        }
    }

    private void accounting(Diagnosis diagnosis) {
        List<AccountingLine> accounting = diagnosis.accounting();
        if (accounting.isEmpty()) {
            return;
        }
        LeakingParts leaking = LeakingParts.of(diagnosis);
        double whole = Math.abs(accounting.get(0).bytes());
        section("Where the memory is");
        lines.add("| part | size | a minute | source |");
        lines.add("|---|---:|---:|---|");
        for (AccountingLine line : Waterfall.shown(accounting)) {
            String indent = "&nbsp;".repeat(3 * line.depth());
            lines.add("| " + indent + escaped(line.line()) + (leaking.test(line) ? " **← the leak**" : "") + " | "
                    + Quantity.bytes(line.bytes()) + " | "
                    + (Waterfall.isChanging(line, whole) ? Quantity.change(line.bytesPerMinute()) : "")
                    + " | " + escaped(line.source()) + " |");
        }
    }

    private void section(String text) {
        lines.add("");
        lines.add("### " + text);
        lines.add("");
    }

    /** Text, with code as code. */
    private static String prose(String text) {
        StringBuilder markdown = new StringBuilder();
        for (Prose.Piece piece : Prose.pieces(text)) {
            markdown.append(piece.isCode() ? code(piece.text()) : escaped(piece.text()));
        }
        return markdown.toString();
    }
}
