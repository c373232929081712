package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.RuledOut;
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
 *
 * Memory                                                               a minute
 *   212 MiB  resident memory of the process                            +6.3 MiB
 *   ...
 * }</pre>
 *
 * <p>The first finding is told in full; of the others what matters.
 */
public final class TextAnswer {
    private static final int INDENT = 11;
    private static final int STACK = 6; // lines
    private static final int MISSING = 2; // what would make it surer
    private static final int SHORT_EVIDENCE = 2;

    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TextAnswer(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(60, Math.min(width, 100));
    }

    /**
     * What was observed, in a line, or in two where it does not fit.
     *
     * @param width of the terminal, in columns; more than 100 are not used
     */
    public static List<String> head(Diagnosis diagnosis, Ink ink, int width) {
        String target = Head.target(diagnosis);
        String observed = Head.observed(diagnosis.observed());
        boolean isOneLine = target.length() + 2 + observed.length() <= Math.min(width, 100);
        List<String> lines = isOneLine ? List.of(target + ", " + observed) : List.of(target, observed);
        return lines.stream()
                .flatMap(line -> Paragraph.wrap(line, Math.max(60, Math.min(width, 100))).stream())
                .map(ink::faint)
                .toList();
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
        List<Defect> defects = Defect.of(diagnosis.findings());
        for (int i = 0; i < defects.size(); i++) {
            title(defects.get(i));
            if (i == 0) {
                whole(defects.get(i));
            } else {
                shortly(defects.get(i));
            }
            lines.add("");
        }
        section("Ruled out", ruledOut(diagnosis.ruledOut()));
        List<String> memory =
                Waterfall.lines(diagnosis.accounting(), LeakingParts.of(diagnosis), new Waterfall.Form(ink, width));
        if (!memory.isEmpty()) {
            lines.addAll(memory);
            lines.add("");
        }
        section("Notes", diagnosis.notes());
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

    // ---- findings ----

    private void title(Defect defect) {
        Finding finding = defect.finding();
        String name = defect.label();
        String confidence = finding.confidence().level() + " confidence";
        int room = width - name.length() - 3 - confidence.length() - 3;
        List<String> title = Paragraph.wrap(finding.title(), room);
        for (int i = 0; i < title.size(); i++) {
            String line = title.get(i);
            String end = " ".repeat(Math.max(0, room - line.length()) + 3) + ink.faint(confidence);
            String shown = i == 0 ? ink.severity(finding.severity(), name) : " ".repeat(name.length());
            lines.add(shown + "   " + ink.bold(line) + (i == 0 ? end : ""));
        }
        lines.add("");
    }

    private void whole(Defect defect) {
        Finding finding = defect.finding();
        block("Cause", List.of(finding.cause()));
        block("Also in", defect.places());
        block("Evidence", finding.evidence().stream().map(Evidence::text).toList());
        points("Fix", finding.fix());
        deadline(finding);
        finding.culprit().ifPresent(culprit -> block("Stack", StackLines.of(culprit, STACK)));
        surer(finding.confidence());
    }

    private void shortly(Defect defect) {
        Finding finding = defect.finding();
        block("Cause", List.of(firstSentence(finding.cause())));
        block("Also in", defect.places());
        block(
                "Evidence",
                finding.evidence().stream()
                        .map(Evidence::text)
                        .limit(SHORT_EVIDENCE)
                        .toList());
        block("Fix", finding.fix().stream().limit(1).toList());
    }

    /** Up to the first full stop before a capital. */
    static String firstSentence(String text) {
        for (int end = text.indexOf(". "); end >= 0; end = text.indexOf(". ", end + 1)) {
            if (end + 2 < text.length() && Character.isUpperCase(text.charAt(end + 2))) {
                return text.substring(0, end + 1);
            }
        }
        return text;
    }

    private void deadline(Finding finding) {
        finding.rate().secondsToLimit().ifPresent(seconds -> {
            String left = ink.bold("Deadline") + " ".repeat(INDENT - "Deadline".length());
            lines.add(left + ink.severity(finding.severity(), Head.deadline(seconds)));
        });
    }

    private void surer(Confidence confidence) {
        if (confidence.probability() < 0.95) {
            block("Missing", confidence.missing().stream().limit(MISSING).toList());
        }
    }

    private static List<String> ruledOut(List<RuledOut> ruledOut) {
        return ruledOut.isEmpty()
                ? List.of()
                : List.of(ruledOut.stream()
                        .map(kind -> kind.kind().words() + " (" + kind.because() + ")")
                        .collect(Collectors.joining(", ")));
    }

    // ---- layout ----

    private void section(String name, List<String> paragraphs) {
        block(name, paragraphs);
        if (!paragraphs.isEmpty()) {
            lines.add("");
        }
    }

    /** A word on the left, and paragraphs beside it. */
    private void block(String name, List<String> paragraphs) {
        lines.addAll(Paragraph.beside(name, paragraphs, ink, INDENT, width));
    }

    /** A word on the left, and a list beside it; a single sentence stands alone. */
    private void points(String name, List<String> sentences) {
        if (sentences.size() < 2) {
            block(name, sentences);
            return;
        }
        String left = ink.bold(name) + " ".repeat(INDENT - name.length());
        for (String sentence : sentences) {
            String sign = "- ";
            for (String line : Paragraph.wrap(sentence, width - INDENT - sign.length())) {
                lines.add(left + sign + line);
                left = " ".repeat(INDENT);
                sign = "  ";
            }
        }
    }
}
