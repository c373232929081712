package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Load;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Live heap that grows: at which stacks, and whether what they allocate is ever freed. The stacks of one owner are one
 * finding. Heap that follows load is said to.
 */
final class HeapDetector implements Detector {
    private static final double LEAST_SHARE = 0.1; // of all growth
    private static final double MUCH = 0.3; // of the growth of live heap
    private static final double SURE = 0.01; // the share of false discoveries
    private static final int MOST = 4;

    /** The stacks that one function of the program is to blame for. */
    private record Growth(Owner owner, List<StackGrowth> stacks) {
        double bytesPerMinute() {
            return stacks.stream()
                    .mapToDouble(stack -> stack.rate().bytesPerMinute())
                    .sum();
        }

        double kept() {
            return stacks.stream().mapToDouble(stack -> stack.turnover().kept()).sum();
        }

        double retention() {
            double allocated = stacks.stream()
                    .mapToDouble(stack -> stack.turnover().allocated())
                    .sum();
            return allocated <= 0 ? 0 : kept() / allocated;
        }
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        Trend live = inquiry.decision(Signal.LIVE_HEAP);
        boolean canGrow = live.isGrowing() || live.decision() == Trend.Decision.UNDECIDED;
        if (!canGrow) {
            return List.of();
        }
        Optional<Load> load = inquiry.load().filter(Load::isDriving);
        if (load.isPresent()) {
            return List.of(followsLoad(inquiry, load.get()));
        }
        List<Finding> findings = growths(inquiry).stream()
                .map(growth -> finding(inquiry, growth))
                .limit(MOST)
                .toList();
        return findings.isEmpty() && (live.isGrowing() || CountedObjects.areSure(inquiry))
                ? CountedObjects.findings(inquiry)
                : findings;
    }

    /** The stacks that grow, by owner; those of a tenth of the growth, or more. */
    private static List<Growth> growths(Inquiry inquiry) {
        Map<String, Growth> byOwner = new LinkedHashMap<>();
        double all = 0;
        for (StackGrowth stack : growing(inquiry)) {
            Owner owner = inquiry.owners().of(stack);
            Growth growth =
                    byOwner.computeIfAbsent(owner.frame().function(), key -> new Growth(owner, new ArrayList<>()));
            growth.stacks().add(stack);
            all += stack.turnover().kept();
        }
        double least = LEAST_SHARE * all;
        return byOwner.values().stream()
                .filter(growth -> growth.kept() >= least)
                .sorted(Comparator.comparingDouble(Growth::bytesPerMinute).reversed())
                .toList();
    }

    /**
     * The stacks that grow and keep what they allocate. Where live heap as a whole grows also those that let much of it go,
     * as a queue does that fills faster than it is emptied, and those whose samples are too uneven to be sure of a line, but
     * that make up much of the growth.
     */
    private static List<StackGrowth> growing(Inquiry inquiry) {
        boolean isGrowing = inquiry.isGrowing(Signal.LIVE_HEAP);
        double much = MUCH * inquiry.change(Signal.LIVE_HEAP);
        return Stream.concat(
                        inquiry.heap().growing().stream().filter(stack -> stack.isRetained() || isGrowing),
                        inquiry.heap().others().stream()
                                .filter(stack -> stack.decision() == Trend.Decision.UNDECIDED)
                                .filter(stack -> isGrowing
                                        && stack.q() < SURE
                                        && stack.turnover().kept() >= much))
                .filter(stack -> stack.rate().bytesPerMinute() > 0)
                .toList();
    }

    private static Finding finding(Inquiry inquiry, Growth growth) {
        StackGrowth first = growth.stacks().get(0);
        Optional<Match> match = growth.stacks().stream()
                .map(stack -> inquiry.match(Inquiry.suspect(stack)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Match::score));
        Optional<Signature> signature = match.map(Match::signature);
        Culprit culprit = growth.owner().toCulprit();
        double rate = growth.bytesPerMinute();
        Words words = new Words()
                .with(growth.owner())
                .with(Placeholder.RATE, Quantity.bytes(rate) + " a minute")
                .with(Placeholder.SIZE, Quantity.bytes(first.bytes().last()))
                .with(Placeholder.COUNT, Quantity.count(Inquiry.suspect(first).count()));
        return new Finding(
                signature.map(Signature::kind).filter(Kind::isLeak).orElse(Kind.HEAP_GROWTH),
                Severity.CRITICAL,
                confidence(inquiry, growth, match),
                signature
                        .map(known -> words.fill(known.words().title()))
                        .orElse("what " + Culprit.shortened(culprit.function()) + " allocates is never freed"),
                signature
                        .map(known -> words.fill(known.words().cause()))
                        .orElse("Memory that " + culprit.named()
                                + " allocates stays in use: something that lives as"
                                + " long as the program keeps it."),
                Optional.of(culprit),
                signature.map(Signature::id).orElse(""),
                new Rate(rate, first.rate().objectsPerMinute(), inquiry.secondsToLimit(rate)),
                evidence(inquiry, growth),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(
                                List.of(
                                        "find what holds it (a map, a slice, a global, a channel) and delete, bound or expire it")));
    }

    private static String missingTrend(Inquiry inquiry) {
        return inquiry.heap().window().snapshots() < 3
                ? "more profiles: two show a change, and no trend"
                : "a longer observation: live heap as a whole does not clearly grow yet";
    }

    /** How much of the growth of live heap this is. */
    private static double share(Inquiry inquiry, Growth growth) {
        double change = inquiry.change(Signal.LIVE_HEAP);
        return change <= 0 ? 1 : Math.max(0, Math.min(1, growth.kept() / change));
    }

    private static Confidence confidence(Inquiry inquiry, Growth growth, Optional<Match> match) {
        double level = inquiry.signals().series(Signal.LIVE_HEAP).median();
        double change = inquiry.change(Signal.LIVE_HEAP);
        boolean isTrend = inquiry.isGrowing(Signal.LIVE_HEAP);
        return Confidence.prior()
                .plusIf(isTrend, 1.5, missingTrend(inquiry))
                .plusIf(
                        level > 0 && change / level >= 0.25,
                        0.7,
                        "a longer observation: it grew by less than a quarter")
                .plusIf(growth.retention() >= 0.9, 1, "to see whether some of it is freed in the end")
                .plusIf(share(inquiry, growth) >= 0.6, 0.7, "growth in one place; others grow too")
                .plusIf(growth.stacks().get(0).q() < 0.001, 1, "more samples: a longer observation")
                .plusIf(match.isPresent(), 1.5, "a known defect that looks like this; none does")
                .plus(inquiry.heap().window().snapshots() < 3 ? -2 : 0);
    }

    private static List<Evidence> evidence(Inquiry inquiry, Growth growth) {
        List<Evidence> evidence = new ArrayList<>();
        double change = inquiry.change(Signal.LIVE_HEAP);
        double seconds = inquiry.signals().series(Signal.LIVE_HEAP).length();
        if (change > 0) {
            evidence.add(new Evidence(
                    "live heap grew by " + Quantity.bytes(change) + " in " + Quantity.time(seconds) + ", "
                            + Quantity.percent(share(inquiry, growth)) + " of it here",
                    change,
                    "bytes",
                    "after collections"));
        }
        evidence.add(new Evidence(
                Quantity.change(growth.bytesPerMinute()) + " a minute; of what was allocated here "
                        + Quantity.percent(Math.max(0, Math.min(1, growth.retention()))) + " stays",
                growth.retention(),
                "ratio",
                "heap profiles"));
        StackGrowth first = growth.stacks().get(0);
        if (first.objectSize() > 0) {
            evidence.add(new Evidence(
                    (first.sizes().size() == 1 ? "objects of " : "objects of several sizes, most bytes in those of ")
                            + Quantity.bytes((double) first.objectSize()) + ": "
                            + GoroutineWords.perMinute(first.rate().objectsPerMinute()),
                    (double) first.objectSize(),
                    "bytes",
                    "heap profiles"));
        }
        return evidence;
    }

    private static Finding followsLoad(Inquiry inquiry, Load load) {
        double change = inquiry.change(Signal.LIVE_HEAP);
        return new Finding(
                Kind.LOAD_DRIVEN,
                Severity.INFO,
                Confidence.prior().plus(2).plus(3 * load.explained()),
                "live heap follows the " + load.measure().name(),
                "The program needs " + Quantity.bytes(load.each()) + " for each, and gives it back.",
                Optional.empty(),
                "",
                Rate.NONE,
                List.of(new Evidence(
                        Quantity.percent(load.explained()) + " of the changes of live heap (" + Quantity.change(change)
                                + ") are explained by it",
                        load.explained(),
                        "ratio",
                        "signals")),
                List.of("bound how much is done at once, or make each cheaper"));
    }
}
