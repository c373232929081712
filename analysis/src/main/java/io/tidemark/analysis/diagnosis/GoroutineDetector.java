package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Count;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.Join;
import io.tidemark.analysis.growth.Joins;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goroutines that become ever more, and what grows with them; and those that are proved to wait for ever, if they do not.
 *
 * <p>Counts of goroutines are exact. Those that grow together with others, with descriptors or with objects are parts of one
 * leaked thing, and are one finding.
 */
final class GoroutineDetector implements Detector {
    private static final List<Signal> COUNTED = List.of(
            Signal.SOCKET_FDS, Signal.FILE_FDS, Signal.PIPE_FDS, Signal.INOTIFY_FDS, Signal.OTHER_FDS, Signal.THREADS);
    private static final int MOST = 5;

    /** Groups that are one leaked thing, with all that goes with it. */
    private record Leak(List<GoroutineGroup> groups, Optional<Join> join) {
        double perMinute() {
            return join.map(Join::perMinute).orElse(groups.get(0).trend().perMinute());
        }
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Leak> leaks = leaks(inquiry, inquiry.goroutines().growing());
        for (GoroutineGroup group : inquiry.goroutines().groups()) {
            if (!group.isGrowing() && isProved(inquiry, group)) {
                leaks.add(new Leak(List.of(group), Optional.empty()));
            }
        }
        Map<String, Finding> byCause = new LinkedHashMap<>();
        for (Leak leak : leaks) {
            Finding finding = finding(inquiry, leak);
            String function = finding.culprit().map(Culprit::function).orElse("");
            byCause.putIfAbsent(finding.signature() + " " + function, finding);
        }
        return byCause.values().stream().limit(MOST).toList();
    }

    /** Whether nothing can ever wake them: the channel is nil, or the runtime found that nobody else knows it. */
    private static boolean isProved(Inquiry inquiry, GoroutineGroup group) {
        return group.counts().last() >= 1 && (group.state().endsWith("(nil chan)") || inquiry.isProvedToLeak(group));
    }

    private static List<Leak> leaks(Inquiry inquiry, List<GoroutineGroup> growing) {
        Map<String, GoroutineGroup> byName = new LinkedHashMap<>();
        List<Count> exact = new ArrayList<>();
        for (GoroutineGroup group : growing) {
            Count count = Count.of(group);
            byName.put(count.name(), group);
            exact.add(count);
        }
        for (Signal signal : COUNTED) {
            if (inquiry.isGrowing(signal)) {
                exact.add(Count.of(signal, inquiry.signals().series(signal)));
            }
        }
        List<Count> sampled = inquiry.heap().growing().stream()
                .filter(StackGrowth::isRetained)
                .map(Count::of)
                .toList();
        List<Leak> leaks = new ArrayList<>();
        Set<GoroutineGroup> joined = new HashSet<>();
        for (Join join : Joins.of(exact, sampled)) {
            List<GoroutineGroup> groups = join.parts().stream()
                    .map(part -> Optional.ofNullable(byName.get(part.count().name())))
                    .flatMap(Optional::stream)
                    .filter(joined::add)
                    .toList();
            if (!groups.isEmpty()) {
                leaks.add(new Leak(groups, Optional.of(join)));
            }
        }
        for (GoroutineGroup group : growing) {
            if (joined.add(group)) {
                leaks.add(new Leak(List.of(group), Optional.empty()));
            }
        }
        leaks.sort(Comparator.comparingDouble(Leak::perMinute).reversed());
        return leaks;
    }

    private Finding finding(Inquiry inquiry, Leak leak) {
        GoroutineGroup lead = leak.groups.get(0);
        Optional<Match> match = Optional.empty();
        for (GoroutineGroup group : leak.groups) {
            Optional<Match> found = inquiry.match(Inquiry.suspect(group));
            if (found.isPresent()
                    && (match.isEmpty() || found.get().score() > match.get().score())) {
                match = found;
                lead = group;
            }
        }
        Owner owner = owner(inquiry, leak, lead);
        Culprit culprit = owner.toCulprit();
        double perMinute = lead.isGrowing() ? leak.perMinute() : 0;
        double instances = lead.counts().last();
        Optional<Signature> signature = match.map(Match::signature);
        Kind kind = signature.map(Signature::kind).orElse(kind(leak));
        boolean hasSockets = !inquiry.signals().has(Signal.SOCKET_FDS)
                || inquiry.isGrowing(Signal.SOCKET_FDS)
                || inquiry.hasRisen(Signal.SOCKET_FDS);
        if (kind == Kind.CONNECTION_LEAK && !hasSockets) {
            kind = Kind.GOROUTINE_LEAK; // they wait for a connection, and have none
        }
        Words words = new Words()
                .with(owner)
                .with(Placeholder.CREATOR, Culprit.shortened(lead.creator()))
                .with(Placeholder.COUNT, Quantity.count(instances))
                .with(Placeholder.RATE, Quantity.count(perMinute) + " a minute")
                .with(Placeholder.STATE, lead.state())
                .with(Placeholder.AGE, GoroutineWords.age(lead));
        double bytes = bytesEach(inquiry, leak) * perMinute;
        return new Finding(
                kind,
                severity(lead, signature),
                confidence(leak, lead, match, inquiry),
                signature.map(known -> words.fill(known.words().title())).orElse(GoroutineWords.title(lead, culprit)),
                signature.map(known -> words.fill(known.words().cause())).orElse(GoroutineWords.cause(lead, culprit)),
                Optional.of(culprit),
                signature.map(Signature::id).orElse(""),
                new Rate(bytes, perMinute, inquiry.secondsToLimit(bytes)),
                evidence(inquiry, leak, lead),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(GoroutineWords.fix(lead)));
    }

    /** Those that do not become more do no more harm than they have done. */
    private static Severity severity(GoroutineGroup lead, Optional<Signature> signature) {
        return lead.isGrowing() ? signature.map(Signature::severity).orElse(Severity.CRITICAL) : Severity.WARNING;
    }

    /** The first owner among the groups that is code of the program, on the stack rather than by guess. */
    private static Owner owner(Inquiry inquiry, Leak leak, GoroutineGroup lead) {
        Owner best = inquiry.owners().of(lead);
        for (GoroutineGroup group : leak.groups) {
            Owner owner = inquiry.owners().of(group);
            best = owner.basis().compareTo(best.basis()) < 0 ? owner : best;
        }
        return best;
    }

    private static Kind kind(Leak leak) {
        boolean hasSockets = leak.join.stream()
                .flatMap(join -> join.parts().stream())
                .anyMatch(part -> part.count().name().equals(Signal.SOCKET_FDS.label()));
        return hasSockets ? Kind.CONNECTION_LEAK : Kind.GOROUTINE_LEAK;
    }

    private static double bytesEach(Inquiry inquiry, Leak leak) {
        double heap = leak.join.map(Join::bytesEach).orElse(0.0);
        double each = leak.join.map(join -> join.each(Count.Sort.GOROUTINES)).orElse(1.0);
        return heap + Math.max(1, each) * inquiry.last(Signal.STACK_PER_GOROUTINE);
    }

    private static Confidence confidence(Leak leak, GoroutineGroup lead, Optional<Match> match, Inquiry inquiry) {
        Confidence known = Confidence.prior()
                .plusIf(match.isPresent(), 2, "a known defect that looks like this; none does")
                .plus(isProved(inquiry, lead) ? 4 : 0);
        if (!lead.isGrowing()) {
            return known;
        }
        int exact = leak.join.map(Join::exactParts).orElse(1);
        double effect = lead.counts().change() / Math.max(1, lead.counts().first());
        return known.plus(2.5) // the numbers are exact, and passed every gate
                .plusIf(effect >= 0.25, 0.7, "a longer observation: they grew by less than a quarter")
                .plusIf(exact >= 2, Math.min(2, exact - 1.0), "the list of descriptors, to see what grows with them");
    }

    private static List<Evidence> evidence(Inquiry inquiry, Leak leak, GoroutineGroup lead) {
        List<Evidence> evidence = new ArrayList<>();
        double total = inquiry.goroutines().total().last();
        String age = GoroutineWords.age(lead);
        evidence.add(new Evidence(
                Quantity.count(lead.counts().last()) + " of " + Quantity.count(total) + " goroutines are in "
                        + Culprit.shortened(GoroutineWords.leafOf(lead))
                        + (lead.state().isEmpty() ? "" : " [" + lead.state() + "]")
                        + (age.isEmpty() ? "" : ", some for " + age),
                lead.counts().last(),
                "count",
                "goroutine profile"));
        if (lead.isGrowing()) {
            evidence.add(new Evidence(
                    Quantity.count(lead.counts().first()) + " became "
                            + Quantity.count(lead.counts().last()) + " in "
                            + Quantity.time(lead.counts().length()) + ": " + GoroutineWords.perMinute(leak.perMinute())
                            + (GoroutineWords.isRising(lead.counts()) ? "; they never became fewer" : ""),
                    leak.perMinute(),
                    "count/minute",
                    "goroutine profile"));
        } else {
            evidence.add(new Evidence(
                    "nothing can wake them: "
                            + (inquiry.isProvedToLeak(lead)
                                    ? "nobody else knows what they wait for"
                                    : "the channel is nil"),
                    lead.counts().last(),
                    "count",
                    inquiry.isProvedToLeak(lead) ? "goroutine leak profile" : "goroutine dump"));
        }
        leak.join.ifPresent(join -> evidence.add(new Evidence(
                "each is " + GoroutineWords.parts(join), join.parts().size(), "count", "numbers that grow together")));
        double stacks = inquiry.change(Signal.STACKS);
        if (stacks > 0) {
            evidence.add(new Evidence(
                    "stacks grew by " + Quantity.bytes(stacks) + ", which heap profiles do not show",
                    stacks,
                    "bytes",
                    "memstats"));
        }
        return evidence;
    }
}
