package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the answer to an observation. The same observation always has the same answer. */
public final class Judge {
    private static final double MOST_PARTS = 16; // objects of one size that one leaked goroutine or connection has
    private static final double SHORTEST = 30; // seconds from which "healthy" can be said

    private static final Set<Kind> WASTEFUL =
            EnumSet.of(Kind.ALLOCATION_CHURN, Kind.MEMORY_SPIKE, Kind.RETAINED_AFTER_PEAK);

    private static final Set<Kind> INSTANCES =
            EnumSet.of(Kind.GOROUTINE_LEAK, Kind.CONNECTION_LEAK, Kind.FD_LEAK, Kind.THREAD_LEAK);

    private final List<Detector> detectors = List.of(
            new GoroutineDetector(),
            new BurstDetector(),
            new HeapDetector(),
            new CountDetector(),
            new MemoryDetector(),
            new AllocationDetector(),
            new HolderDetector(),
            new SilentDetector());
    private final Catalogue catalogue;

    /** A judge who knows these defects. */
    public Judge(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The answer to an observation.
     *
     * @param accounting every byte of it, as far as it can be told
     */
    public Diagnosis judge(Readings readings, List<AccountingLine> accounting) {
        Inquiry inquiry = new Inquiry(readings, catalogue);
        List<Finding> findings = new ArrayList<>();
        for (Detector detector : detectors) {
            findings.addAll(detector.findings(inquiry));
        }
        List<Finding> ordered = ordered(inquiry, findings);
        Verdict verdict = verdict(inquiry, ordered);
        Observation observation = readings.observation();
        return new Diagnosis(
                observation.target(),
                observed(observation),
                verdict,
                because(inquiry, verdict),
                ordered,
                RulingOut.of(inquiry, ordered),
                accounting,
                notes(readings));
    }

    /** Most targets lack what is optional, and the answer is none the worse for it. */
    private static List<String> notes(Readings readings) {
        boolean hasVars =
                readings.observation().captures(CaptureName.VARS).findAny().isPresent();
        return readings.notes().stream()
                .filter(note -> !note.startsWith(CaptureName.GOROUTINE_LEAK + ":"))
                .filter(note -> !hasVars || !note.startsWith(CaptureName.METRICS + ":"))
                .toList();
    }

    private static Diagnosis.Observed observed(Observation observation) {
        List<Capture> profiles = observation.captures().stream()
                .filter(capture -> !capture.isFailed() && capture.name().startsWith("debug/pprof/"))
                .filter(capture -> !capture.name().equals(CaptureName.CMDLINE))
                .toList();
        int forced = (int) profiles.stream().filter(Capture::isCollected).count();
        return new Diagnosis.Observed(
                observation.start(),
                observation.start().plus(observation.length()),
                observation.length().toMillis() / 1000.0,
                profiles.size(),
                forced);
    }

    /** The worst first; what another finding explains is left out. */
    private static List<Finding> ordered(Inquiry inquiry, List<Finding> findings) {
        List<Finding> instances = findings.stream()
                .filter(finding -> INSTANCES.contains(finding.kind()))
                .toList();
        List<Finding> kept = new ArrayList<>(findings);
        if (!instances.isEmpty()) {
            kept.removeIf(finding -> finding.kind() == Kind.HEAP_GROWTH && isExplained(inquiry, finding, instances));
        }
        kept.sort(Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(
                        Comparator.comparing((Finding finding) -> finding.kind().isLeak())
                                .reversed())
                .thenComparing(Comparator.comparingDouble(
                                (Finding finding) -> finding.confidence().logOdds())
                        .reversed()));
        return kept;
    }

    /** Heap that leaked goroutines, connections and the like hold is their leak, not another. */
    private static boolean isExplained(Inquiry inquiry, Finding heap, List<Finding> instances) {
        double bytes = instances.stream()
                .mapToDouble(finding -> finding.rate().bytesPerMinute())
                .sum();
        double total = inquiry.decision(Signal.LIVE_HEAP).perMinute();
        boolean isOfOthers = instances.stream()
                .anyMatch(instance ->
                        (!heap.signature().isEmpty() && heap.signature().equals(instance.signature()))
                                || isOneFunction(heap.culprit(), instance.culprit())
                                || isPart(heap, instance));
        boolean isOfLibrary =
                heap.culprit().stream().noneMatch(culprit -> inquiry.owners().isOfProgram(culprit.function()));
        return isOfOthers
                || isOfLibrary
                || (heap.signature().isEmpty() && heap.rate().bytesPerMinute() <= 1.2 * bytes)
                || heap.rate().bytesPerMinute() < 0.05 * total;
    }

    /** Whether objects that are known by their size alone may be what each instance has some of. */
    private static boolean isPart(Finding heap, Finding instance) {
        return heap.severity() != Severity.CRITICAL
                && heap.rate().countPerMinute() <= MOST_PARTS * instance.rate().countPerMinute();
    }

    private static boolean isOneFunction(Optional<Culprit> one, Optional<Culprit> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().function().equals(other.get().function());
    }

    private static Verdict verdict(Inquiry inquiry, List<Finding> findings) {
        List<Finding> serious = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        if (serious.stream().anyMatch(finding -> finding.kind().isLeak())) {
            return Verdict.LEAK;
        }
        if (serious.stream().anyMatch(finding -> !WASTEFUL.contains(finding.kind()))) {
            return Verdict.PROBLEM;
        }
        if (!serious.isEmpty()) {
            return Verdict.WASTE;
        }
        return open(inquiry).isEmpty() && isLongEnough(inquiry) ? Verdict.HEALTHY : Verdict.UNDECIDED;
    }

    private static boolean isLongEnough(Inquiry inquiry) {
        boolean isSeen = inquiry.signals().has(Signal.GOROUTINES)
                || inquiry.signals().has(Signal.RSS_ANON)
                || inquiry.signals().has(Signal.LIVE_HEAP);
        return isSeen && inquiry.seconds() >= SHORTEST;
    }

    /** What may be growing, and what may not: too little was seen to say. */
    private static List<Signal> open(Inquiry inquiry) {
        List<Signal> open = new ArrayList<>();
        for (Signal signal : List.of(Signal.LIVE_HEAP, Signal.GOROUTINES, Signal.FDS, Signal.THREADS)) {
            Trend trend = inquiry.decision(signal);
            boolean isOpen =
                    trend.isGrowing() || (trend.decision() == Trend.Decision.UNDECIDED && inquiry.hasRisen(signal));
            if (inquiry.signals().has(signal) && isOpen && !inquiry.isDriven(signal)) {
                open.add(signal);
            }
        }
        if (!open.contains(Signal.LIVE_HEAP) && inquiry.isCreeping()) {
            open.add(Signal.LIVE_HEAP);
        }
        return open;
    }

    private static String because(Inquiry inquiry, Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> healthy(inquiry);
            case UNDECIDED -> undecided(inquiry);
            default -> "";
        };
    }

    private static String healthy(Inquiry inquiry) {
        double floor = inquiry.heap().floor() / 60;
        String heap = inquiry.decision(Signal.LIVE_HEAP).decision() == Trend.Decision.SATURATING
                ? "live heap filled and levels off at about "
                        + Quantity.bytes(inquiry.decision(Signal.LIVE_HEAP).plateau())
                : "nothing that was watched kept growing";
        String sensitivity = Double.isFinite(floor) && floor > 0
                ? "; a leak of more than " + Quantity.bytes(floor) + " a second in one place would have been seen"
                : "";
        return heap + " for " + Quantity.time(inquiry.seconds()) + sensitivity;
    }

    private static String undecided(Inquiry inquiry) {
        List<Signal> open = open(inquiry);
        if (!isLongEnough(inquiry) || open.isEmpty()) {
            return inquiry.seconds() < 1
                    ? "one moment can't show growth; observe the running program, or give profiles of two times"
                    : "too little was seen in " + Quantity.time(inquiry.seconds()) + " to say";
        }
        String what = open.stream()
                .map(signal -> {
                    Series series = inquiry.signals().series(signal);
                    return signal.meaning() + " (" + Measured.value(signal, series.first()) + " to "
                            + Measured.value(signal, series.last()) + ")";
                })
                .collect(Collectors.joining(", "));
        return "what may be growing: " + what + ". " + Quantity.time(inquiry.seconds())
                + " are too short to tell a leak from a cache that fills; observe for longer, such as --duration "
                + Math.max(2, Math.round(inquiry.seconds() * 5 / 60)) + "m";
    }
}
