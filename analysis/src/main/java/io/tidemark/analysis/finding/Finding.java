package io.tidemark.analysis.finding;

import java.util.List;
import java.util.Optional;

/**
 * Something that was found.
 *
 * @param title a sentence without a full stop
 * @param cause what happens, in words that name the code
 * @param signature the id of the known defect; empty when none matched
 * @param fix what to do, the best first
 */
public record Finding(
        Kind kind,
        Severity severity,
        Confidence confidence,
        String title,
        String cause,
        Optional<Culprit> culprit,
        String signature,
        Rate rate,
        List<Evidence> evidence,
        List<String> fix) {
    public Finding {
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }

    /** Whether it is what something looks like, and was not seen long enough to be sure that it is wrong at all. */
    public boolean isHint() {
        return severity == Severity.INFO && !kind.isHarmless();
    }
}
