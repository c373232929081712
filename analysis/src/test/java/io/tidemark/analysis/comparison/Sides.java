package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.reading.Recorded;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Makes sides by hand: metrics as functions of the time in seconds, and findings. */
final class Sides {
    private static final int EVERY = 5; // seconds

    private final int seconds;
    private final Map<String, DoubleUnaryOperator> metrics = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String runtime = "go1.26.1";

    private Sides(int seconds) {
        this.seconds = seconds;
    }

    static Sides observed(int seconds) {
        return new Sides(seconds);
    }

    Sides with(String metric, DoubleUnaryOperator value) {
        metrics.put(metric, value);
        return this;
    }

    Sides goroutines(DoubleUnaryOperator count) {
        return with("go_goroutines", count);
    }

    Sides requestsPerMinute(double count) {
        return with("http_requests_total", second -> 1000 + count * second / 60);
    }

    Sides with(Finding finding) {
        findings.add(finding);
        return this;
    }

    Sides runtime(String version) {
        runtime = version;
        return this;
    }

    Side before() {
        return side(Side.Role.BEFORE);
    }

    Side after() {
        return side(Side.Role.AFTER);
    }

    private Side side(Side.Role role) {
        Recorded recorded = new Recorded();
        int round = 0;
        for (int second = 0; second <= seconds; second += EVERY) {
            StringBuilder page = new StringBuilder("# TYPE up gauge\nup 1\n");
            for (Map.Entry<String, DoubleUnaryOperator> metric : metrics.entrySet()) {
                page.append(metric.getKey())
                        .append(' ')
                        .append(metric.getValue().applyAsDouble(second))
                        .append('\n');
            }
            recorded.with(CaptureName.METRICS, round++, second, page.toString());
        }
        Readings readings = recorded.read();
        boolean isLeak = findings.stream().anyMatch(Side::isLeak);
        Instant start = Instant.parse("2026-07-09T23:29:56Z");
        Diagnosis diagnosis = new Diagnosis(
                new Target("http://10.0.3.7:6060", 0, "", runtime, ""),
                new Diagnosis.Observed(start, start.plusSeconds(seconds), seconds, round, 0),
                isLeak ? Verdict.LEAK : seconds < 30 ? Verdict.UNDECIDED : Verdict.HEALTHY,
                isLeak ? "" : seconds < 30 ? "too little was seen" : "nothing kept growing",
                findings,
                List.of(),
                List.of(),
                List.of());
        return new Side(role, role == Side.Role.BEFORE ? "old.zip" : "new.zip", readings, diagnosis);
    }

    /** A leak of goroutines without a known signature. */
    static Finding goroutineLeak(String function, long line, double perMinute) {
        return finding(Kind.GOROUTINE_LEAK, "", function, line, new Rate(0, perMinute, OptionalDouble.empty()));
    }

    static Finding finding(Kind kind, String signature, String function, long line, Rate rate) {
        return new Finding(
                kind,
                kind.isHarmless() ? Severity.INFO : Severity.CRITICAL,
                new Confidence(4, List.of()),
                "something in " + function,
                "It happens.",
                Optional.of(new Culprit(
                        function,
                        "/src/app/push.go",
                        line,
                        List.of("lib.(*Logger).run lib.go:3", function + " push.go:" + line, "main.main main.go:9"))),
                signature,
                rate,
                List.of(),
                List.of());
    }
}
