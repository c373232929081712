package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Rule;
import io.tidemark.analysis.signature.SignalCondition;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.analysis.signature.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the memory as a whole: settings of the collector, page cache, limits, memory outside the runtime.
 * Signatures say what to look for.
 */
final class MemoryDetector implements Detector {
    private static final double LEAST = 8 << 20; // bytes of change that count

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (Match match : inquiry.matches(Suspect.memory())) {
            boolean isSaid = findings.stream()
                    .anyMatch(finding -> finding.kind() == match.signature().kind());
            if (!isSaid && isMaterial(inquiry, match.signature())) {
                findings.add(finding(inquiry, match));
            }
        }
        boolean isOffHeap = findings.stream().anyMatch(finding -> finding.kind() == Kind.OFF_HEAP_GROWTH);
        if (inquiry.isGrowing(Signal.OFF_HEAP) && !isOffHeap) {
            findings.add(offHeap(inquiry));
        }
        return findings;
    }

    /**
     * Whether it is worth a word: what is said to grow must have grown by more than noise, and what frightens people must
     * have changed their graph.
     */
    private static boolean isMaterial(Inquiry inquiry, Signature signature) {
        if (!signature.kind().isLeak() && !signature.kind().isHarmless()) {
            return true;
        }
        Set<Signal> signals = signals(signature);
        if (signature.kind() == Kind.RETAINED_AFTER_PEAK && inquiry.change(Signal.HEAP_UNRELEASED) > 0) {
            return false; // it does not go back: it is used again and again
        }
        return signals.stream()
                .filter(signal -> signal.unit() == Signal.Unit.BYTES)
                .anyMatch(signal -> Math.abs(inquiry.change(signal)) >= Math.max(LEAST, 0.05 * inquiry.last(signal)));
    }

    private static Finding finding(Inquiry inquiry, Match match) {
        Signature signature = match.signature();
        Optional<Culprit> culprit = owner(inquiry, signature.kind()).map(Owner::toCulprit);
        Words words = new Words()
                .with(
                        Placeholder.LIMIT,
                        inquiry.signals().has(Signal.LIMIT) ? Quantity.bytes(inquiry.last(Signal.LIMIT)) : "")
                .with(Placeholder.SIZE, size(inquiry, match.rule()));
        Confidence confidence =
                Confidence.prior().plus(2.5).plus(0.8 * match.supported().size());
        culprit.ifPresent(words::with);
        for (String missed : match.unknown()) {
            confidence = confidence.plusIf(false, 0, missed);
        }
        double bytes =
                signature.kind().isLeak() ? inquiry.decision(Signal.RSS_ANON).perMinute() : 0;
        return new Finding(
                signature.kind(),
                signature.severity(),
                confidence,
                words.fill(signature.words().title()),
                words.fill(signature.words().cause()),
                culprit,
                signature.id(),
                new Rate(bytes, 0, inquiry.secondsToLimit(bytes)),
                evidence(inquiry, signature, match),
                signature.words().fix().stream().map(words::fill).toList());
    }

    /** Who to look at: the deepest stack where stacks are the matter, and who holds the heap where its size is. */
    private static Optional<Owner> owner(Inquiry inquiry, Kind kind) {
        return switch (kind) {
            case MEMORY_SPIKE -> inquiry.owners().deepest();
            case GC_MISCONFIGURATION -> inquiry.owners().holder();
            case LIMIT_RISK ->
                inquiry.isGrowing(Signal.OTHER_PROCESSES)
                        ? Optional.empty()
                        : inquiry.owners().holder();
            default -> Optional.empty();
        };
    }

    /** What the rule looks at first. */
    private static String size(Inquiry inquiry, Rule rule) {
        return rule.signals().stream()
                .map(SignalCondition::signal)
                .filter(signal -> signal.unit() == Signal.Unit.BYTES)
                .findFirst()
                .map(signal -> Quantity.bytes(inquiry.last(signal)))
                .orElse("");
    }

    /** The signals that the signature asks for, with their values. */
    private static List<Evidence> evidence(Inquiry inquiry, Signature signature, Match match) {
        List<Evidence> evidence = new ArrayList<>();
        for (Signal signal : signals(signature)) {
            Series series = inquiry.signals().series(signal);
            if (!series.isEmpty()) {
                evidence.add(Measured.of(signal, series));
            }
        }
        match.supported().forEach(text -> evidence.add(new Evidence(text, 1, "count", "signature")));
        return evidence;
    }

    private static Set<Signal> signals(Signature signature) {
        Set<Signal> signals = new LinkedHashSet<>();
        for (Rule rule : signature.match()) {
            rule.signals().stream().map(SignalCondition::signal).forEach(signals::add);
        }
        return signals;
    }

    private static Finding offHeap(Inquiry inquiry) {
        Trend trend = inquiry.decision(Signal.OFF_HEAP);
        Series series = inquiry.signals().series(Signal.OFF_HEAP);
        return new Finding(
                Kind.OFF_HEAP_GROWTH,
                Severity.CRITICAL,
                Confidence.prior()
                        .plus(3)
                        .plusIf(
                                inquiry.change(Signal.CGO_CALLS) > 0,
                                0.7,
                                "whether the program calls C; go.cgo-calls was not seen"),
                "memory outside of the Go runtime grows",
                "The anonymous memory of the process grows, and the Go runtime's does not: memory that C code allocates, or"
                        + " that is mapped, is not given back. No profile of Go shows it.",
                Optional.empty(),
                "",
                new Rate(trend.perMinute(), 0, inquiry.secondsToLimit(trend.perMinute())),
                List.of(Measured.of(Signal.OFF_HEAP, series)),
                List.of(
                        "free what C.malloc, C.CString and libraries in C allocate; munmap what is mapped",
                        "a profiler of malloc, such as jemalloc's, names the place"));
    }
}
