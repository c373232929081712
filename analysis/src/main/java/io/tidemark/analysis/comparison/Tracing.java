package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of each finding what became of it. What is not found any more is gone only where it would have been found: a leak as
 * fast as before, under the load after, must be well above the smallest that would have been seen.
 */
final class Tracing {
    private static final double MARGIN = 2; // a leak of just the smallest size is seen every other time
    private static final double LONG_ENOUGH = 0.5; // of the time before, for what has no rate

    private final Side before;
    private final Side after;
    private final Optional<Throughput> throughput;

    Tracing(Side before, Side after, Optional<Throughput> throughput) {
        this.before = before;
        this.after = after;
        this.throughput = throughput;
    }

    /**
     * All findings of both sides, those that need most attention first. One defect that shows in several stacks is told
     * once.
     */
    List<FindingPair> pairs() {
        Map<String, FindingPair> pairs = new LinkedHashMap<>();
        for (Pairing.Pair pair : Pairing.of(before.findings(), after.findings())) {
            FindingPair traced = traced(pair.before(), pair.after());
            pairs.putIfAbsent(
                    traced.fate() + traced.subject() + traced.finding().title(), traced);
        }
        List<FindingPair> ordered = new ArrayList<>(pairs.values());
        ordered.sort(Comparator.comparing((FindingPair pair) -> !pair.isLeak())
                .thenComparing(FindingPair::fate)
                .thenComparing(pair -> pair.finding().severity(), Comparator.reverseOrder()));
        return ordered;
    }

    private FindingPair traced(Optional<Finding> first, Optional<Finding> second) {
        if (first.isEmpty()) {
            return appeared(second.orElseThrow());
        }
        return second.isEmpty() ? vanished(first.get()) : stayed(first.get(), second.get());
    }

    private FindingPair stayed(Finding first, Finding second) {
        LeakRate old = LeakRate.of(first, before);
        LeakRate now = LeakRate.of(second, after);
        LeakRate expected = throughput.map(work -> old.scaled(work.ratio())).orElse(old);
        boolean isLeak = Side.isLeak(first) && Side.isLeak(second); // the rates of others are not those of growth
        Fate fate = isLeak && now.isFasterThan(expected)
                ? Fate.FASTER
                : isLeak && expected.isFasterThan(now) ? Fate.SLOWER : Fate.STILL_THERE;
        String rates = old.perMinute() == 0 && now.perMinute() == 0
                ? ""
                : words(old, before) + " before, " + words(now, after) + " after";
        String function = first.culprit().map(Culprit::shortFunction).orElse("");
        boolean isMoved =
                !function.equals(second.culprit().map(Culprit::shortFunction).orElse(function));
        String moved = isMoved ? (rates.isEmpty() ? "" : "; ") + "it was in " + function + " before" : "";
        return new FindingPair(Optional.of(first), Optional.of(second), fate, rates + moved);
    }

    private FindingPair vanished(Finding first) {
        LeakRate old = LeakRate.of(first, before);
        Optional<Finding> none = Optional.empty();
        if (old.perMinute() <= 0) {
            boolean isSeen = !after.isMoment() && after.seconds() >= LONG_ENOUGH * before.seconds();
            return new FindingPair(
                    Optional.of(first),
                    none,
                    isSeen ? Fate.GONE : Fate.UNSEEN,
                    isSeen ? "not found in " + observed() : "AFTER was observed for " + observed() + " only");
        }
        double expected = throughput.map(work -> work.expected(old.perMinute())).orElse(old.perMinute());
        double smallest = Sight.smallest(after, first, old.unit());
        boolean isSeen = expected >= MARGIN * smallest;
        String rate = words(old, before) + " before";
        return new FindingPair(
                Optional.of(first),
                none,
                isSeen ? Fate.GONE : Fate.UNSEEN,
                isSeen
                        ? rate + "; " + sight(smallest, old.unit())
                        : rate + "; " + blindness(smallest, expected, old.unit()));
    }

    private FindingPair appeared(Finding second) {
        LeakRate now = LeakRate.of(second, after);
        double expected = throughput
                .filter(work -> work.ratio() > 0)
                .map(work -> now.perMinute() / work.ratio())
                .orElse(now.perMinute());
        boolean isSeen = before.diagnosis().verdict() != Verdict.UNDECIDED
                && (expected <= 0 || expected >= MARGIN * Sight.smallest(before, second, now.unit()));
        String rate = now.perMinute() <= 0 ? "" : words(now, after);
        String unseen = (rate.isEmpty() ? "" : "; ")
                + "BEFORE was too short, or had too little to do, to say whether it is new";
        return new FindingPair(
                Optional.empty(), Optional.of(second), isSeen ? Fate.NEW : Fate.FOUND, isSeen ? rate : rate + unseen);
    }

    private String words(LeakRate rate, Side side) {
        return rate.words(side.role(), throughput);
    }

    private String observed() {
        return Quantity.time(after.seconds());
    }

    private String sight(double smallest, Signal.Unit unit) {
        return "more than " + Quantity.of(unit, smallest) + " a minute would have been seen in " + observed();
    }

    private String blindness(double smallest, double expected, Signal.Unit unit) {
        if (Double.isInfinite(smallest)) {
            return "AFTER shows no growth at all: it has too few values of it";
        }
        String load = throughput
                .filter(work -> !work.isAlike())
                .map(work -> " (" + work.words() + ")")
                .orElse("");
        return "AFTER would have had " + Quantity.of(unit, expected) + " a minute" + load
                + ", and in " + observed() + " only " + Quantity.of(unit, MARGIN * smallest)
                + " a minute or more are seen for sure; observe it for longer"
                + (load.isEmpty() ? "" : ", under the same load");
    }

    /** The smallest leak of heap that a side would have shown, in words; empty when none would have been seen. */
    static String sight(Side side) {
        double heap = Sight.ofHeap(side);
        double goroutines = Sight.ofGoroutines(side);
        List<String> parts = new ArrayList<>();
        if (Double.isFinite(heap)) {
            parts.add(Quantity.bytes(heap) + " of heap");
        }
        if (Double.isFinite(goroutines)) {
            parts.add(Quantity.count(Math.ceil(goroutines)) + " goroutines");
        }
        return parts.isEmpty() ? "" : "more than " + String.join(" or ", parts) + " a minute would have been seen";
    }

    /** Whether a finding is worth failing a build: harmless ones are not, nor what was there before. */
    static boolean isWorse(FindingPair pair) {
        boolean isSerious = pair.finding().severity() != Severity.INFO
                && !pair.finding().kind().isHarmless();
        return isSerious && pair.fate().isWorse();
    }
}
