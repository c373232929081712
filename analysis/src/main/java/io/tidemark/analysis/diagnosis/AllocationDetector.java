package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.analysis.signature.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is allocated much and kept short: work for the collector, and peaks. It is never a leak.
 *
 * <p>Churn counts when collections look through more than 100 MiB a second, about what the Go GC guide calls much, or when
 * more than ten times the live heap is allocated in a second; a peak, when single objects are large beside what is alive.
 * A known defect counts from a smaller rate on.
 */
final class AllocationDetector implements Detector {
    private static final double MUCH_MARKED = 100 << 20; // bytes a second
    private static final double LEAST_COLLECTIONS = 2; // a second: fewer are what a large heap needs
    private static final double TIMES_LIVE = 10; // a second
    private static final double LEAST_RATE = 25 << 20; // bytes a second
    private static final double KNOWN_RATE = 4 << 20; // bytes a second
    private static final double LARGE = 4 << 20; // bytes of an object
    private static final double LEAST_PEAK = 1 << 20; // bytes of an object, from which on it makes a peak
    private static final double LARGE_SHARE = 0.25; // of what is alive
    private static final double LEAST_SHARE = 0.3; // of all that is allocated
    private static final double STAYS = 0.2; // retention from which it is no churn

    /** What one function of the program allocates. */
    private record Allocator(Owner owner, List<StackGrowth> stacks) {
        double allocated() {
            return stacks.stream()
                    .mapToDouble(stack -> stack.turnover().allocated())
                    .sum();
        }

        double kept() {
            return stacks.stream().mapToDouble(stack -> stack.turnover().kept()).sum();
        }

        long largest() {
            return stacks.stream().mapToLong(StackGrowth::objectSize).max().orElse(0);
        }
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        double perSecond = inquiry.perSecond(Signal.ALLOCATED);
        double seconds = inquiry.heap().window().seconds();
        Optional<Allocator> most = allocators(inquiry).stream().findFirst();
        if (most.isEmpty() || perSecond <= 0 || seconds <= 0) {
            return List.of();
        }
        Allocator allocator = most.get();
        double here = allocator.allocated() / seconds;
        double share = Math.min(1, here / perSecond);
        double live = Math.max(1, inquiry.last(Signal.LIVE_HEAP));
        double collections = inquiry.collectionsPerSecond();
        boolean isCostly = collections >= LEAST_COLLECTIONS && collections * live >= MUCH_MARKED;
        boolean isChurn = isCostly || perSecond >= Math.max(LEAST_RATE, TIMES_LIVE * live);
        boolean isSpike = allocator.largest() >= Math.max(LARGE, LARGE_SHARE * live) && share >= LEAST_SHARE;
        Optional<Match> match = match(inquiry, allocator)
                .filter(found -> found.signature().kind() != Kind.MEMORY_SPIKE || allocator.largest() >= LEAST_PEAK)
                .filter(found -> isChurn
                        || found.signature().kind() != Kind.ALLOCATION_CHURN
                        || !found.signature().isGeneral());
        boolean isKnown = match.stream().anyMatch(found -> !found.signature().isGeneral())
                && share >= LEAST_SHARE
                && here >= Math.max(KNOWN_RATE, live);
        if (!isChurn && !isSpike && !isKnown) {
            return List.of();
        }
        return List.of(finding(
                allocator, match, isSpike, isCostly, new Rates(perSecond, here, share, live, collections, isChurn)));
    }

    /** Bytes a second in all and here, the share of here, bytes that are alive, collections a second. */
    private record Rates(
            double perSecond, double here, double share, double live, double collections, boolean isChurn) {}

    /** Those that let go what they allocate, the largest first. */
    private static List<Allocator> allocators(Inquiry inquiry) {
        Map<String, Allocator> byOwner = new LinkedHashMap<>();
        for (StackGrowth stack : inquiry.heap().allocators()) {
            if (stack.turnover().retention() < STAYS) {
                Owner owner = inquiry.owners().of(stack);
                byOwner.computeIfAbsent(owner.frame().function(), key -> new Allocator(owner, new ArrayList<>()))
                        .stacks()
                        .add(stack);
            }
        }
        return byOwner.values().stream()
                .sorted(Comparator.comparingDouble(Allocator::allocated).reversed())
                .toList();
    }

    /** What most of it looks like. */
    private static Optional<Match> match(Inquiry inquiry, Allocator allocator) {
        Map<String, Match> best = new LinkedHashMap<>();
        Map<String, Double> allocated = new LinkedHashMap<>();
        for (StackGrowth stack : allocator.stacks()) {
            Suspect suspect = Suspect.allocations(
                            Inquiry.suspect(stack).stack(),
                            stack.turnover().allocated() / Math.max(1, (double) stack.objectSize()),
                            stack.objectSize())
                    .ofKinds(stack.sizes().size());
            inquiry.match(suspect).ifPresent(match -> {
                String id = match.signature().id();
                double weight = match.signature().isGeneral() ? 0.1 : 1;
                best.merge(id, match, (one, other) -> one.score() >= other.score() ? one : other);
                allocated.merge(id, weight * stack.turnover().allocated(), Double::sum);
            });
        }
        return allocated.entrySet().stream().max(Map.Entry.comparingByValue()).map(entry -> best.get(entry.getKey()));
    }

    private static Finding finding(
            Allocator allocator, Optional<Match> match, boolean isSpike, boolean isCostly, Rates rates) {
        Optional<Signature> signature = match.map(Match::signature);
        Culprit culprit = allocator.owner().toCulprit();
        double largest = (double) allocator.largest();
        double retention = Math.max(0, allocator.kept() / Math.max(1, allocator.allocated()));
        Words words = new Words()
                .with(allocator.owner())
                .with(Placeholder.SIZE, Quantity.bytes(largest))
                .with(Placeholder.RATE, Quantity.bytes(rates.here()) + " a second");
        return new Finding(
                signature
                        .map(Signature::kind)
                        .filter(kind -> kind == Kind.MEMORY_SPIKE || kind == Kind.ALLOCATION_CHURN)
                        .orElse(isSpike ? Kind.MEMORY_SPIKE : Kind.ALLOCATION_CHURN),
                match.isPresent() || rates.isChurn()
                        ? Severity.WARNING
                        : Severity.INFO, // a peak may be what the work needs
                Confidence.prior()
                        .plus(2)
                        .plusIf(isCostly, 1, "a busier time: there are few collections")
                        .plusIf(rates.share() >= LEAST_SHARE, 1, "allocations in one place; they are spread")
                        .plusIf(match.isPresent(), 1, "a known defect that looks like this; none does"),
                signature
                        .map(known -> words.fill(known.words().title()))
                        .orElse(Culprit.shortened(culprit.function()) + " allocates much that it soon lets go"),
                signature
                        .map(known -> words.fill(known.words().cause()))
                        .orElse(culprit.named() + " allocates " + Quantity.bytes(rates.here())
                                + " a second and keeps next to nothing of it. The heap grows to its goal between collections"
                                + " and falls back: that is work, and peaks, but no leak."),
                Optional.of(culprit),
                signature.map(Signature::id).orElse(""),
                Rate.NONE,
                List.of(
                        new Evidence(
                                Quantity.bytes(rates.perSecond()) + " are allocated a second, "
                                        + Quantity.percent(rates.share()) + " of it here; "
                                        + Quantity.bytes(rates.live())
                                        + " are alive",
                                rates.perSecond() * 60,
                                "bytes/minute",
                                "memstats"),
                        new Evidence(
                                Quantity.percent(retention) + " of it stays; the largest objects have "
                                        + Quantity.bytes(largest),
                                retention,
                                "ratio",
                                "heap profiles"),
                        new Evidence(
                                Quantity.count(rates.collections()) + " collections a second",
                                rates.collections() * 60,
                                "count/minute",
                                "memstats")),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(List.of(
                                "use the buffer again (sync.Pool, or a field), or give it its size from the start",
                                "work on a stream instead of the whole")));
    }
}
