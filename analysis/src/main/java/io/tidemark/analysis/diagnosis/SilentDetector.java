package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.reading.ProcessSnapshot;
import io.tidemark.analysis.reading.Timed;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.proc.OtherProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Memory that grows where only Linux tells of it: a process whose runtime says nothing, or a container of which no process
 * was named. That it grows is all that can be said, and who can say more.
 */
final class SilentDetector implements Detector {
    @Override
    public List<Finding> findings(Inquiry inquiry) {
        boolean isSilent = !inquiry.signals().has(Signal.RUNTIME_TOTAL)
                && !inquiry.signals().has(Signal.LIVE_HEAP);
        if (!isSilent) {
            return List.of();
        }
        if (inquiry.isGrowing(Signal.RSS_ANON)) {
            return List.of(finding(
                    inquiry,
                    Signal.RSS_ANON,
                    "the process needs more and more memory, and nothing tells what for",
                    List.of(
                            "for a Go program, serve net/http/pprof and diagnose its URL: that names the function",
                            "for another, ask the profiler of its language or of its malloc")));
        }
        boolean isGroup = !inquiry.signals().has(Signal.RSS_ANON);
        return isGroup && inquiry.isGrowing(Signal.ANON)
                ? List.of(finding(
                        inquiry,
                        Signal.ANON,
                        "the processes of the container need more and more memory",
                        List.of("name the process that grows with --pid, or the URL of its profiles")))
                : List.of();
    }

    private static Finding finding(Inquiry inquiry, Signal signal, String title, List<String> fix) {
        Trend trend = inquiry.decision(signal);
        return new Finding(
                Kind.OFF_HEAP_GROWTH,
                Severity.WARNING,
                Confidence.prior()
                        .plus(3)
                        .plusIf(false, 0, "what the runtime of the program says, which was not seen")
                        .plusIf(false, 0, "a longer observation: a cache that fills looks the same"),
                title,
                "Anonymous memory grows by " + Quantity.bytes(trend.perMinute())
                        + " a minute. Linux does not know which part of the program asked for it.",
                Optional.empty(),
                "",
                new Rate(trend.perMinute(), 0, inquiry.secondsToLimit(trend.perMinute())),
                evidence(inquiry, signal),
                fix);
    }

    private static List<Evidence> evidence(Inquiry inquiry, Signal signal) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Measured.of(signal, inquiry.signals().series(signal)));
        if (signal == Signal.ANON) {
            member(inquiry.readings().processes()).ifPresent(evidence::add);
        }
        return evidence;
    }

    /** The process of the container that grew most. */
    private static Optional<Evidence> member(List<Timed<ProcessSnapshot>> snapshots) {
        Map<Long, Long> first = new HashMap<>();
        List<OtherProcess> last = List.of();
        for (Timed<ProcessSnapshot> snapshot : snapshots) {
            last = snapshot.value().others().orElse(last);
            last.forEach(process -> first.putIfAbsent(process.pid(), process.anon()));
        }
        return last.stream()
                .filter(process -> !process.isObserver())
                .max(Comparator.comparingLong(process -> process.anon() - first.getOrDefault(process.pid(), 0L)))
                .map(process -> {
                    long before = first.getOrDefault(process.pid(), 0L);
                    return new Evidence(
                            "most in process " + process.pid() + ", " + process.name() + ": "
                                    + Quantity.bytes((double) before) + " became "
                                    + Quantity.bytes((double) process.anon()),
                            (double) (process.anon() - before),
                            "bytes",
                            "/proc");
                });
    }
}
