package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds the memory where only one moment was seen: a single profile, a dump, a table that was pasted.
 *
 * <p>One moment does not tell a leak from a pool. So what the largest parts look like is a hint, {@link Severity#INFO} and
 * of medium confidence at most. A nil channel alone is a mistake whenever it is seen.
 */
final class HolderDetector implements Detector {
    private static final double LONG = 30; // seconds: who looked longer saw whether it grows
    private static final double MOMENT = 5; // seconds that are one moment, however often was looked
    private static final double MOST_ODDS = 3.3; // with the prior: medium
    private static final int MOST = 3;

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        if (inquiry.seconds() >= LONG) {
            return List.of();
        }
        List<Holder> holders = new ArrayList<>(GoroutineHolders.of(inquiry));
        List<Holder> heap = HeapHolders.of(inquiry);
        boolean isNamed = holders.stream().anyMatch(holder -> holder.match().isPresent());
        heap.stream().filter(holder -> holder.match().isPresent() || !isNamed).forEach(holders::add);
        Map<String, List<Holder>> causes = new LinkedHashMap<>();
        holders.forEach(holder ->
                causes.computeIfAbsent(holder.name(), name -> new ArrayList<>()).add(holder));
        return causes.values().stream()
                .sorted(Comparator.comparingDouble(HolderDetector::odds).reversed())
                .limit(MOST)
                .map(HolderDetector::finding)
                .toList();
    }

    /** Whether so many snapshots show growth, if there is any. */
    static boolean isSeenTwice(Inquiry inquiry, int snapshots) {
        return snapshots > 1 && inquiry.seconds() >= MOMENT;
    }

    private static double share(List<Holder> holders) {
        return holders.stream()
                .mapToDouble(holder -> holder.amount().share())
                .max()
                .orElse(0);
    }

    /** How much speaks for it, in log-odds. */
    private static double odds(List<Holder> holders) {
        Holder first = holders.get(0);
        double known = first.match()
                .map(match -> match.signature().isGeneral() ? 0.7 : 2)
                .orElse(0.0);
        double count = holders.stream()
                .mapToDouble(holder -> holder.amount().count())
                .max()
                .orElse(0);
        boolean isBoth =
                holders.stream().anyMatch(Holder::isHeap) && !holders.stream().allMatch(Holder::isHeap);
        return known + (share(holders) >= 0.4 ? 0.7 : 0) + (count >= 300 ? 0.4 : 0) + (isBoth ? 0.7 : 0);
    }

    private static Finding finding(List<Holder> holders) {
        Holder first = holders.get(0);
        boolean isMistake = first.amount().isMistake();
        Optional<Signature> signature = first.match().map(Match::signature);
        Culprit culprit = first.owner().toCulprit();
        Words words = first.words();
        return new Finding(
                signature.map(Signature::kind).orElse(first.isHeap() ? Kind.HEAP_GROWTH : Kind.GOROUTINE_LEAK),
                isMistake ? Severity.CRITICAL : Severity.INFO,
                isMistake ? Confidence.prior().plus(MOST_ODDS + 2) : confidence(holders, signature),
                signature.map(known -> words.fill(known.words().title())).orElse(title(first, culprit)),
                signature.map(known -> words.fill(known.words().cause())).orElse(cause(first, culprit)),
                Optional.of(culprit),
                signature.map(Signature::id).orElse(""),
                Rate.NONE,
                holders.stream().map(Holder::evidence).toList(),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(fix(first)));
    }

    private static Confidence confidence(List<Holder> holders, Optional<Signature> signature) {
        Confidence confidence = Confidence.prior()
                .plus(Math.min(MOST_ODDS, odds(holders)))
                .plusIf(false, 0, "a second profile some minutes later: one moment does not show growth");
        for (String surer : signature.map(known -> known.words().surer()).orElse(List.of())) {
            confidence = confidence.plusIf(false, 0, surer);
        }
        return confidence;
    }

    private static String title(Holder holder, Culprit culprit) {
        String share = Quantity.percent(holder.amount().share());
        String function = Culprit.shortened(culprit.function());
        return holder.isHeap()
                ? "what " + function + " allocates stays in use, " + share + " of the heap"
                : "goroutines of " + function + " never end, " + share + " of all";
    }

    private static String cause(Holder holder, Culprit culprit) {
        return holder.isHeap()
                ? "More of the heap in use was allocated by " + culprit.named()
                        + " than by anything else. If it grows, something that lives as long as the program keeps it."
                : Quantity.count(holder.amount().count()) + " goroutines are in " + culprit.named()
                        + ". If they become more, nothing ends them.";
    }

    private static List<String> fix(Holder holder) {
        return List.of(
                holder.isHeap()
                        ? "find what holds it (a map, a slice, a global, a channel) and delete, bound or expire it"
                        : "end each goroutine when the work that started it is done: a context, or a done channel");
    }
}
