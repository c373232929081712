package io.tidemark.lab.score.grade;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.diagnosis.Judge;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import java.time.Duration;

/**
 * A diagnosis, and what it took.
 *
 * @param catalogue the defects that it knows
 * @param unexplained the share of the memory that the accounting does not explain
 * @param bytes that the target sent and its files had
 * @param judging how long it took to judge what had been observed
 */
public record Answer(Diagnosis diagnosis, Catalogue catalogue, double unexplained, long bytes, Duration judging) {
    /** Judges an observation, knowing some defects. */
    public static Answer of(Observation observation, Catalogue catalogue) {
        Judge judge = new Judge(catalogue);
        long start = System.nanoTime();
        Readings readings = Readings.of(observation);
        Accounting accounting = Accounting.of(readings);
        Diagnosis diagnosis = judge.judge(readings, accounting.lines());
        Duration judging = Duration.ofNanos(System.nanoTime() - start);
        long bytes = observation.captures().stream().mapToLong(Capture::size).sum();
        return new Answer(diagnosis, catalogue, accounting.unexplained(), bytes, judging);
    }

    /** The code of the defect that a finding names, such as {@code G06}; empty for none. */
    public String code(Finding finding) {
        return catalogue.signature(finding.signature()).map(Signature::code).orElse(finding.signature());
    }
}
