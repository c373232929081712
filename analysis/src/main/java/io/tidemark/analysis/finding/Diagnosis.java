package io.tidemark.analysis.finding;

import io.tidemark.model.observation.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a diagnosis.
 *
 * @param because why the verdict is what it is, where no finding says it; a sentence
 * @param findings the worst first
 * @param ruledOut what it is not
 * @param accounting every byte, from the monitor's number down
 * @param notes what could not be seen, and what that means for the answer
 */
public record Diagnosis(
        Target target,
        Observed observed,
        Verdict verdict,
        String because,
        List<Finding> findings,
        List<RuledOut> ruledOut,
        List<AccountingLine> accounting,
        List<String> notes) {
    /**
     * What the answer rests on.
     *
     * @param captures how many profiles were taken
     * @param forcedCollections how often the target was made to collect garbage
     */
    public record Observed(Instant from, Instant to, double seconds, int captures, int forcedCollections) {}

    public Diagnosis {
        findings = List.copyOf(findings);
        ruledOut = List.copyOf(ruledOut);
        accounting = List.copyOf(accounting);
        notes = List.copyOf(notes);
    }

    /** This answer with one more note, the first. */
    public Diagnosis withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(0, note);
        return new Diagnosis(target, observed, verdict, because, findings, ruledOut, accounting, more);
    }
}
