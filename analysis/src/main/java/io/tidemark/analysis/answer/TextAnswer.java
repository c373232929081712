package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A diagnosis for a terminal, to be read at night by someone in a hurry.
 *
 * <pre>{@code
 * LEAK   gRPC connections are dialled and never closed          very high confidence
 *
 * Cause      svc.callOtherModule (client.go:48) dials a new grpc.ClientConn on every
 *            call and drops it.
 * Evidence   432 connections alive: reader 432 = loopyWriter 432 = descriptors +431
 *            each holds 108 KiB of heap and 18 KiB of stacks
 * Fix        keep one ClientConn per target, or defer cc.Close()
 * Deadline   the limit is reached in 38 minutes at this rate
 *
 * Ruled out  page cache (flat), GC setting (GOGC 100)
 * }</pre>
 */
public final class TextAnswer {
    private static final int INDENT = 11;

    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TextAnswer(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(60, Math.min(width, 100));
    }

    /**
     * The answer in lines.
     *
     * @param width of the terminal, in columns; more than 100 are not used
     */
    public static List<String> lines(Diagnosis diagnosis, Ink ink, int width) {
        TextAnswer answer = new TextAnswer(ink, width);
        answer.diagnosis(diagnosis);
        return answer.lines;
    }

    private void diagnosis(Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty() || !isSaidByFindings(diagnosis.verdict())) {
            verdict(diagnosis);
        }
        for (Finding finding : diagnosis.findings()) {
            finding(finding);
        }
        if (!diagnosis.ruledOut().isEmpty()) {
            block("Ruled out", List.of(ruledOut(diagnosis.ruledOut())));
            lines.add("");
        }
        if (!diagnosis.notes().isEmpty()) {
            block("Notes", diagnosis.notes());
            lines.add("");
        }
        if (!lines.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static boolean isSaidByFindings(Verdict verdict) {
        return verdict != Verdict.HEALTHY && verdict != Verdict.UNDECIDED;
    }

    private void verdict(Diagnosis diagnosis) {
        String name = diagnosis.verdict().label().toUpperCase(Locale.ROOT);
        List<String> text = Paragraph.wrap(diagnosis.because(), width - name.length() - 3);
        String shown = diagnosis.verdict() == Verdict.HEALTHY ? ink.calm(name) : ink.bold(name);
        for (int i = 0; i < text.size(); i++) {
            lines.add((i == 0 ? shown : " ".repeat(name.length())) + "   " + text.get(i));
        }
        lines.add("");
    }

    private void finding(Finding finding) {
        String name = name(finding.kind());
        String confidence = finding.confidence().level() + " confidence";
        int room = width - name.length() - 3 - confidence.length() - 3;
        List<String> title = Paragraph.wrap(finding.title(), room);
        for (int i = 0; i < title.size(); i++) {
            String line = title.get(i);
            String end = i == 0 ? " ".repeat(room - line.length() + 3) + ink.faint(confidence) : "";
            String shown = i == 0 ? ink.severity(finding.severity(), name) : " ".repeat(name.length());
            lines.add(shown + "   " + ink.bold(line) + (line.length() > room ? "   " + confidence : end));
        }
        lines.add("");
        block("Cause", List.of(finding.cause()));
        block("Evidence", finding.evidence().stream().map(Evidence::text).toList());
        block("Fix", points(finding.fix()));
        finding.culprit()
                .filter(culprit -> !culprit.stack().isEmpty())
                .ifPresent(culprit -> block("Stack", StackLines.of(culprit.stack())));
        deadline(finding.rate(), finding.severity());
        surer(finding.confidence());
        lines.add("");
    }

    /** {@code LEAK}, {@code PROBLEM}, {@code WASTE}, or {@code NO LEAK} for what only looks like one. */
    private static String name(Kind kind) {
        if (kind.isLeak()) {
            return "LEAK";
        }
        if (kind.isHarmless()) {
            return "NO LEAK";
        }
        return kind == Kind.ALLOCATION_CHURN ? "WASTE" : "PROBLEM";
    }

    /** One sentence stands alone, several are a list. */
    private static List<String> points(List<String> sentences) {
        return sentences.size() < 2
                ? sentences
                : sentences.stream().map(sentence -> "- " + sentence).toList();
    }

    private void deadline(Rate rate, Severity severity) {
        rate.secondsToLimit().ifPresent(seconds -> {
            String when = seconds <= 0 ? "the limit is reached" : "the limit is reached in " + Quantity.time(seconds);
            String left = ink.bold("Deadline") + " ".repeat(INDENT - "Deadline".length());
            lines.add(left + ink.severity(severity, when + " at this rate"));
        });
    }

    private void surer(Confidence confidence) {
        if (confidence.probability() < 0.95 && !confidence.missing().isEmpty()) {
            block("Surer if", confidence.missing());
        }
    }

    private static String ruledOut(List<RuledOut> ruledOut) {
        return ruledOut.stream()
                .map(kind -> kind.kind().words() + " (" + kind.because() + ")")
                .collect(Collectors.joining(", "));
    }

    /** A word on the left, and paragraphs beside it. */
    private void block(String name, List<String> paragraphs) {
        lines.addAll(Paragraph.beside(name, paragraphs, ink, INDENT, width));
    }
}
