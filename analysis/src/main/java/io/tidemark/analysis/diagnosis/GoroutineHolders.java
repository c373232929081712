package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.GoroutineGrowth;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.owner.Program;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Stack;
import io.tidemark.analysis.signature.Suspect;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.model.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The largest groups of goroutines where they were counted once, or dumped. */
final class GoroutineHolders {
    private static final double MANY = 50; // at one place
    private static final double LEAST_SHARE = 0.1;
    private static final double LEAST_GENERAL = 0.4; // of all goroutines, where nothing specific is known of them

    private GoroutineHolders() {}

    /** The holders, the largest first; none where growth can be seen. */
    static List<Holder> of(Inquiry inquiry) {
        List<GoroutineSnapshot> counted = inquiry.readings().goroutines();
        Optional<Profile> dump = inquiry.readings().dump();
        if (HolderDetector.isSeenTwice(inquiry, counted.size()) || (counted.isEmpty() && dump.isEmpty())) {
            return List.of();
        }
        GoroutineSnapshot last =
                counted.isEmpty() ? new GoroutineSnapshot(0, dump.orElseThrow()) : counted.get(counted.size() - 1);
        GoroutineGrowth goroutines = GoroutineGrowth.of(List.of(last), dump);
        Program program = Program.of(List.of(last.profile()));
        double total = goroutines.total().last();
        List<Holder> holders = new ArrayList<>();
        for (GoroutineGroup group : goroutines.groups()) {
            double count = group.counts().last();
            double share = count / Math.max(1, total);
            Optional<Match> match = inquiry.match(suspect(group, dump))
                    .filter(found -> !found.signature().kind().isHarmless());
            boolean isSpecific =
                    match.filter(found -> !found.signature().isGeneral()).isPresent();
            boolean isLarge = count >= MANY && share >= (isSpecific ? LEAST_SHARE : LEAST_GENERAL);
            Owner owner = program.owner(group.stack(), group.creator());
            boolean hasName = !Holder.name(owner, match).isEmpty();
            if (hasName && (isLarge || isMistake(group))) {
                holders.add(holder(group, owner, match, total));
            }
        }
        return holders;
    }

    /** Text without a dump does not show what a goroutine waits for, so it need not run. */
    private static Suspect suspect(GoroutineGroup group, Optional<Profile> dump) {
        Suspect suspect = Inquiry.suspect(group);
        boolean isUnknown = dump.isEmpty() && group.state().equals("running");
        return isUnknown
                ? Suspect.goroutines(Stack.of(Inquiry.names(group.stack())), suspect.count(), suspect.growth())
                : suspect;
    }

    private static Holder holder(GoroutineGroup group, Owner owner, Optional<Match> match, double total) {
        double count = group.counts().last();
        String age = GoroutineWords.age(group);
        String text = Quantity.count(count) + " of " + Quantity.count(total) + " goroutines are in "
                + Culprit.shortened(GoroutineWords.leafOf(group))
                + (group.state().isEmpty() ? "" : " [" + group.state() + "]")
                + (age.isEmpty() ? "" : ", some for " + age);
        Words words = new Words()
                .with(owner)
                .with(Placeholder.CREATOR, Culprit.shortened(group.creator()))
                .with(Placeholder.COUNT, Quantity.count(count))
                .with(Placeholder.STATE, group.state())
                .with(Placeholder.AGE, age);
        return new Holder(
                owner,
                match,
                new Holder.Amount(false, count / Math.max(1, total), count, isMistake(group)),
                words,
                new Evidence(text, count, "count", "goroutine profile"));
    }

    /** A nil channel is one wherever it is waited for. */
    private static boolean isMistake(GoroutineGroup group) {
        return group.state().contains("nil chan");
    }
}
