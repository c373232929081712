package io.tidemark.analysis.signature;

import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import java.util.List;

/**
 * A known defect.
 *
 * @param id short and stable, such as {@code lumberjack-logger-per-call}
 * @param code where it stands in the documentation, such as {@code G06}
 * @param isGeneral whether it describes what many programs do, so that whatever else matches is the better name
 * @param match what it looks like: one of these rules holds
 * @param supports what makes it surer when it holds, and less sure when it does not
 * @param excludes what speaks against it: it is something else when one of these rules holds
 */
public record Signature(
        String id,
        String code,
        Kind kind,
        Severity severity,
        boolean isGeneral,
        List<Rule> match,
        List<Rule> supports,
        List<Rule> excludes,
        Words words) {
    /**
     * What people read. Cause and fix may have placeholders, see {@link Placeholder}.
     *
     * @param title a sentence without a full stop
     * @param cause what happens
     * @param fix what to do, the best first
     * @param guards when it is not this, in words
     * @param surer what would make it surer
     * @param references issues and documentation
     * @param versions which versions of a library or of Go have it; empty when all have
     */
    public record Words(
            String title,
            String cause,
            List<String> fix,
            List<String> guards,
            List<String> surer,
            List<String> references,
            String versions) {
        public Words {
            fix = List.copyOf(fix);
            guards = List.copyOf(guards);
            surer = List.copyOf(surer);
            references = List.copyOf(references);
        }
    }

    public Signature {
        match = List.copyOf(match);
        supports = List.copyOf(supports);
        excludes = List.copyOf(excludes);
    }

    /** Where it stands in the documentation: goroutines, heap, runtime, system, then what a user added. */
    String order() {
        int group = code.isEmpty() ? -1 : "GHRO".indexOf(code.charAt(0));
        return (group < 0 ? 9 : group) + code;
    }

    /** The severity of a kind where a signature does not say another. */
    static Severity usual(Kind kind) {
        if (kind.isHarmless()) {
            return Severity.INFO;
        }
        return kind.isLeak() ? Severity.CRITICAL : Severity.WARNING;
    }
}
