package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import java.util.Optional;

/**
 * The same finding on both sides, or a finding of one of them.
 *
 * @param before empty when it was found after the change only
 * @param after empty when it was found before the change only
 * @param because the rates, and what would have been seen, as a clause
 */
public record FindingPair(Optional<Finding> before, Optional<Finding> after, Fate fate, String because) {
    public FindingPair {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a pair of no findings (expected one or two)");
        }
    }

    /** The finding as it is now, or as it was. */
    public Finding finding() {
        return after.or(() -> before).orElseThrow();
    }

    boolean isLeak() {
        return Side.isLeak(finding());
    }

    /** Such as {@code goroutine leak of util.NewPusher}. */
    String subject() {
        Finding finding = finding();
        String culprit = finding.culprit().map(Culprit::shortFunction).orElse("");
        return finding.kind().words() + (culprit.isEmpty() ? "" : " of " + culprit);
    }
}
