package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A defect, and all places that have it: what is wrong and what to do is the same for them, and is said once.
 *
 * @param finding the worst of them
 * @param elsewhere the others
 */
record Defect(Finding finding, List<Finding> elsewhere) {
    Defect {
        elsewhere = List.copyOf(elsewhere);
    }

    /** The defects behind findings, in their order. */
    static List<Defect> of(List<Finding> findings) {
        Map<String, List<Finding>> byDefect = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String remedy = finding.signature().isEmpty() ? String.join("\n", finding.fix()) : finding.signature();
            byDefect.computeIfAbsent(finding.kind().label() + "\n" + remedy, key -> new ArrayList<>())
                    .add(finding);
        }
        return byDefect.values().stream()
                .map(same -> new Defect(same.get(0), same.subList(1, same.size())))
                .toList();
    }

    /**
     * {@code LEAK}, {@code PROBLEM}, {@code WASTE}, {@code NO LEAK} for what only looks like one, or {@code PERHAPS} for
     * what may be one of the first three and was not seen long enough.
     */
    String label() {
        Kind kind = finding.kind();
        if (finding.isHint()) {
            return "PERHAPS";
        }
        if (kind.isHarmless()) {
            return "NO LEAK";
        }
        if (kind.isLeak()) {
            return "LEAK";
        }
        return kind == Kind.ALLOCATION_CHURN ? "WASTE" : "PROBLEM";
    }

    /** The other places, each such as {@code orders.Settle (settle.go:12), +30 a minute}. */
    List<String> places() {
        String here = name(finding);
        return elsewhere.stream()
                .filter(other -> !name(other).equals(here))
                .map(Defect::place)
                .distinct()
                .toList();
    }

    private static String name(Finding finding) {
        return finding.culprit().map(Culprit::named).orElse(finding.title());
    }

    private static String place(Finding finding) {
        String name = name(finding);
        Rate rate = finding.rate();
        if (rate.bytesPerMinute() > 0) {
            return name + ", " + Quantity.change(rate.bytesPerMinute()) + " a minute";
        }
        return rate.countPerMinute() > 0 ? name + ", +" + Quantity.count(rate.countPerMinute()) + " a minute" : name;
    }
}
