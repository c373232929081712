package io.tidemark.lab.score.grade;

import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import io.tidemark.model.observation.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Truths and answers made by hand. */
public final class Samples {
    /** A leak of goroutines, one for each event, which are 10 a second; undecidable and unnamed at the slow rate. */
    public static final Truth LEAK = Truth.parse("""
            {"name": "worker", "class": "leak", "kind": "goroutine-leak", "signature": "G07", "split": "train",
             "also": [{"kind": "fd-leak", "signature": "O08"}],
             "culprit": {"function": "example.com/app.Start", "file": "app.go", "also": ["example.com/app.run"]},
             "fix": ["context", "cancel"], "rates": {"slow": 1, "medium": 10}, "min_seconds": 60,
             "undecidable": ["slow"], "unnamed": ["slow"], "per_event": {"goroutines": 1, "fds": 0, "heap_bytes": 500}}
            """);

    /** A healthy program without any story. */
    public static final Truth HEALTHY = Truth.parse("""
            {"name": "echo", "class": "healthy", "kind": "none", "split": "test", "rates": {"medium": 1}}
            """);

    /** A healthy program whose graph frightens people. */
    public static final Truth PAGE_CACHE = Truth.parse("""
            {"name": "logs", "class": "healthy", "kind": "page-cache", "signature": "O05", "split": "test"}
            """);

    /** Something for which there is no kind. */
    public static final Truth CHILD = Truth.parse("""
            {"name": "child", "class": "problem", "kind": "none", "signature": "O10", "split": "test"}
            """);

    private Samples() {}

    /** 600 events in a minute. */
    public static Run run(Truth truth, String rate) {
        return new Run(truth.name(), rate, 1, false, new Run.Load(600, 60, ""), new Run.Cost(61, 0.3, 0.2));
    }

    /** The leak of {@link #LEAK} as it should be found. */
    public static Finding leak() {
        return finding(Kind.GOROUTINE_LEAK, Severity.CRITICAL, "G07", "example.com/app.Start");
    }

    /** A finding of four to one, which grows by 660 a minute. */
    public static Finding finding(Kind kind, Severity severity, String signature, String culprit) {
        return new Finding(
                kind,
                severity,
                new Confidence(Math.log(4), List.of()),
                kind.words(),
                "",
                culprit.isEmpty() ? Optional.empty() : Optional.of(new Culprit(culprit, "", 0, List.of())),
                signature,
                new Rate(0, 660, OptionalDouble.empty()),
                List.of(),
                List.of("Cancel the context"));
    }

    /** The grade of an answer at the medium rate. */
    public static Grade grade(Truth truth, Verdict said, Finding... findings) {
        return grade(truth, "medium", said, findings);
    }

    public static Grade grade(Truth truth, String rate, Verdict said, Finding... findings) {
        Diagnosis diagnosis = new Diagnosis(
                new Target("", 0, "", "", ""),
                new Diagnosis.Observed(Instant.EPOCH, Instant.EPOCH, 60, 27, 3),
                said,
                "",
                List.of(findings),
                List.of(),
                List.of(),
                List.of());
        return new Grade(
                run(truth, rate),
                truth,
                new Answer(diagnosis, Catalogue.empty(), 0.01, 2_000_000, Duration.ofMillis(500)));
    }
}
