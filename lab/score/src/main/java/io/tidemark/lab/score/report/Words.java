package io.tidemark.lab.score.report;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.program.Truth;
import java.util.ArrayList;
import java.util.List;

/** Truths and answers in few words: class, kind, signature, culprit. */
final class Words {
    private Words() {}

    /** Such as {@code leak: goroutine-leak G06 util.NewPusher, fd-leak}. */
    static String expected(Truth truth, String rate) {
        List<String> words = new ArrayList<>();
        truth.kind().map(Kind::label).ifPresent(words::add);
        boolean isToBeFound = truth.verdict() != Verdict.HEALTHY;
        if (isToBeFound && !truth.signature().isEmpty()) {
            words.add(truth.signature());
        }
        if (isToBeFound && !truth.culprits().isEmpty() && !truth.isUnnamed(rate)) {
            words.add(function(truth.culprits().get(0)));
        }
        List<String> findings = new ArrayList<>();
        if (!words.isEmpty()) {
            findings.add(String.join(" ", words));
        }
        truth.also().forEach(kind -> findings.add(kind.label()));
        String verdict = truth.verdict().label() + (truth.isUndecidable(rate) ? " or undecided" : "");
        return sentence(verdict, findings);
    }

    /** Such as {@code leak: goroutine-leak G06 util.NewPusher, page-cache O05 (info)}. */
    static String said(Grade grade) {
        List<String> findings = grade.answer().diagnosis().findings().stream()
                .map(finding -> finding(grade, finding))
                .toList();
        return sentence(grade.said().label(), findings);
    }

    private static String finding(Grade grade, Finding finding) {
        List<String> words = new ArrayList<>();
        words.add(finding.kind().label());
        if (!finding.signature().isEmpty()) {
            words.add(grade.answer().code(finding));
        }
        finding.culprit()
                .map(Culprit::function)
                .filter(function -> !function.isEmpty())
                .ifPresent(function -> words.add(function(function)));
        if (finding.severity() == Severity.INFO) {
            words.add("(info)");
        }
        return String.join(" ", words);
    }

    private static String sentence(String verdict, List<String> findings) {
        return verdict + (findings.isEmpty() ? "" : ": " + String.join(", ", findings));
    }

    /** Without the path of the module. */
    static String function(String function) {
        return function.substring(function.lastIndexOf('/') + 1);
    }
}
