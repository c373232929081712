package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.SizeClassGrowth;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.analysis.signature.Suspect;
import java.util.List;
import java.util.Optional;

/** Objects of a size that become more, by the exact counters of the runtime: they see growth that is too slow for samples. */
final class CountedObjects {
    private static final double STEADY = 0.99; // of the intervals
    private static final double EVEN = 0.2; // the variation of the growth of intervals
    private static final double COUNTED = 400 << 10; // bytes a minute

    private CountedObjects() {}

    /** Whether the exact counters of a size leave no doubt, though live heap as a whole grew by too little to tell. */
    static boolean areSure(Inquiry inquiry) {
        return inquiry.isCreeping()
                && inquiry.sizes().stream()
                        .anyMatch(size -> size.steadiness().rising() >= STEADY
                                && size.steadiness().variation() <= EVEN
                                && size.bytesPerMinute() >= COUNTED);
    }

    /** Growth that is too slow for samples: the exact counters of the runtime see it. */
    static List<Finding> findings(Inquiry inquiry) {
        List<SizeClassGrowth> sizes = inquiry.sizes();
        if (sizes.isEmpty()) {
            return List.of();
        }
        SizeClassGrowth size = sizes.get(0);
        Optional<StackGrowth> candidate = size.candidates().stream().findFirst();
        Optional<Owner> owner = candidate.map(inquiry.owners()::of);
        Optional<Signature> signature = candidate
                .flatMap(stack -> inquiry.match(Suspect.heap(
                        Inquiry.suspect(stack).stack(),
                        size.live().last(),
                        size.live().change(),
                        size.size())))
                .map(Match::signature);
        String where = owner.map(found -> found.toCulprit().named()).orElse("a place that the samples do not show yet");
        Words words = new Words()
                .with(Placeholder.RATE, Quantity.bytes(size.bytesPerMinute()) + " a minute")
                .with(Placeholder.SIZE, Quantity.bytes((double) size.size()))
                .with(Placeholder.COUNT, Quantity.count(size.live().last()));
        owner.ifPresent(words::with);
        return List.of(new Finding(
                Kind.HEAP_GROWTH,
                Severity.WARNING,
                Confidence.prior()
                        .plus(1.5)
                        .plus(size.steadiness().rising() >= 0.9 ? 1.5 : 0.7)
                        .plusIf(owner.isPresent(), 0.5, "a longer observation, for samples that show the stack"),
                signature
                        .map(known -> words.fill(known.words().title()))
                        .orElse("objects of " + Quantity.bytes((double) size.size()) + " become more and more"),
                signature
                        .map(known -> words.fill(known.words().cause()))
                        .orElse("Objects of this size are allocated and not freed, at " + where + "."),
                owner.map(Owner::toCulprit),
                signature.map(Signature::id).orElse(""),
                new Rate(size.bytesPerMinute(), size.objectsPerMinute(), inquiry.secondsToLimit(size.bytesPerMinute())),
                List.of(new Evidence(
                        GoroutineWords.perMinute(size.objectsPerMinute()) + " objects, counted exactly, rising in "
                                + Quantity.percent(size.steadiness().rising()) + " of the intervals",
                        size.objectsPerMinute(),
                        "count/minute",
                        "memstats.BySize")),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(List.of(
                                "observe for longer: the heap profile then shows which stack allocates them"))));
    }
}
