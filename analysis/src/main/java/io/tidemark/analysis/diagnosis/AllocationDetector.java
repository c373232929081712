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
import java.util.List;
import java.util.Optional;

/**
 * What is allocated much and kept short: work for the collector, and peaks. It is never a leak.
 *
 * <p>Churn counts when collections take much of the processor, or when more than ten times the live heap is allocated in a
 * second; a spike when single objects are large beside what is alive.
 */
final class AllocationDetector implements Detector {
    private static final double MUCH_CPU = 0.1; // the mark of the Go GC guide
    private static final double TIMES_LIVE = 10; // a second
    private static final double LEAST_RATE = 50 << 20; // bytes a second
    private static final double LARGE = 1 << 20; // bytes of an object
    private static final double LEAST_SHARE = 0.3; // of all that is allocated
    private static final double STAYS = 0.2; // retention from which it is no churn

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        double perSecond = inquiry.change(Signal.ALLOCATED)
                / Math.max(1, inquiry.signals().series(Signal.ALLOCATED).length());
        Optional<StackGrowth> top = inquiry.heap().allocators().stream()
                .filter(stack -> stack.turnover().retention() < STAYS)
                .findFirst();
        if (top.isEmpty() || perSecond <= 0) {
            return List.of();
        }
        StackGrowth stack = top.get();
        double size = (double) stack.objectSize();
        double here = stack.turnover().allocated()
                / Math.max(1, inquiry.heap().window().seconds());
        double share = Math.min(1, here / perSecond);
        double live = Math.max(1, inquiry.last(Signal.LIVE_HEAP));
        boolean isCostly = inquiry.last(Signal.GC_CPU) >= MUCH_CPU;
        boolean isChurn = isCostly || perSecond >= Math.max(LEAST_RATE, TIMES_LIVE * live);
        boolean isSpike = size >= LARGE && share >= LEAST_SHARE;
        if (!isChurn && !isSpike) {
            return List.of();
        }
        Suspect suspect = Suspect.allocations(
                Inquiry.suspect(stack).stack(), stack.turnover().allocated() / Math.max(1, size), stack.objectSize());
        Optional<Match> match = inquiry.match(suspect);
        Kind kind = match.map(found -> found.signature().kind())
                .orElse(isSpike ? Kind.MEMORY_SPIKE : Kind.ALLOCATION_CHURN);
        Owner owner = inquiry.owner(stack);
        Culprit culprit = owner.toCulprit();
        Words words = new Words()
                .with(owner)
                .with(Placeholder.SIZE, Quantity.bytes(size))
                .with(Placeholder.RATE, Quantity.bytes(here) + " a second");
        Optional<Signature> signature = match.map(Match::signature);
        return List.of(new Finding(
                kind,
                signature.map(Signature::severity).orElse(Severity.WARNING),
                Confidence.prior()
                        .plus(2)
                        .plusIf(isCostly, 1, "a busier time: collections take little of the processor")
                        .plusIf(share >= LEAST_SHARE, 1, "allocations in one place; they are spread")
                        .plusIf(match.isPresent(), 1, "a known defect that looks like this; none does"),
                signature
                        .map(known -> words.fill(known.words().title()))
                        .orElse(Words.function(culprit.function()) + " allocates much that it soon lets go"),
                signature
                        .map(known -> words.fill(known.words().cause()))
                        .orElse(Words.named(culprit) + " allocates " + Quantity.bytes(here)
                                + " a second and keeps next to nothing of it. The heap grows to its goal between collections"
                                + " and falls back: that is work, and peaks, but no leak."),
                Optional.of(culprit),
                signature.map(Signature::id).orElse(""),
                Rate.NONE,
                List.of(
                        new Evidence(
                                Quantity.bytes(perSecond) + " are allocated a second, " + Quantity.percent(share)
                                        + " of it here; " + Quantity.bytes(live) + " are alive",
                                perSecond * 60,
                                "bytes/minute",
                                "memstats"),
                        new Evidence(
                                Quantity.percent(Math.max(0, stack.turnover().retention()))
                                        + " of it stays, in objects of " + Quantity.bytes(size),
                                stack.turnover().retention(),
                                "ratio",
                                "heap profiles")),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(List.of(
                                "use the buffer again (sync.Pool, or a field), or give it its size from the start",
                                "work on a stream instead of the whole"))));
    }
}
