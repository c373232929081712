package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.owner.Origin;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.owner.Program;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Stack;
import io.tidemark.analysis.signature.Suspect;
import io.tidemark.analysis.snapshot.HeldHeap;
import io.tidemark.analysis.snapshot.HeldHeap.Held;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The largest parts of a heap of which there is only one profile: the known defects that they look like, else who made them. */
final class HeapHolders {
    private static final double LEAST_BYTES = 1 << 20;
    private static final double LEAST_SHARE = 0.1;
    private static final double LEAST_UNNAMED = 0.25; // of the heap, from which it is worth a word without a name
    private static final int MOST = 2;

    private final Inquiry inquiry;
    private final HeldHeap heap;
    private final Program program;

    private HeapHolders(Inquiry inquiry, Profile profile) {
        this.inquiry = inquiry;
        this.heap = HeldHeap.of(profile);
        this.program = Program.of(List.of(profile));
    }

    /** The stacks of one cause. */
    private record Cause(Held first, Owner owner, Optional<Match> match, double bytes) {
        /** With another stack. A row of a table has all in it that its callees hold. */
        Cause with(Cause other, boolean isTable) {
            Owner surer = other.owner.basis().compareTo(owner.basis()) < 0 ? other.owner : owner;
            return new Cause(first, surer, match, isTable ? Math.max(bytes, other.bytes) : bytes + other.bytes);
        }
    }

    /** The holders, those with a name before one without; none where growth can be seen. */
    static List<Holder> of(Inquiry inquiry) {
        Optional<Profile> profile = inquiry.readings().held();
        if (profile.isEmpty()
                || HolderDetector.isSeenTwice(inquiry, inquiry.heap().window().snapshots())) {
            return List.of();
        }
        return new HeapHolders(inquiry, profile.get()).holders();
    }

    private List<Holder> holders() {
        Map<String, Cause> causes = new LinkedHashMap<>();
        for (Held held : heap.stacks()) {
            Suspect suspect =
                    Suspect.heap(Stack.of(names(held.stack())), held.objects(), 0, Math.round(held.objectBytes()));
            Optional<Match> match = inquiry.matches(suspect).stream()
                    .filter(found -> !found.signature().isGeneral())
                    .findFirst();
            boolean isHarmless =
                    match.filter(found -> found.signature().kind().isHarmless()).isPresent();
            if (!isHarmless && (match.isPresent() || !heap.isTable() || held.flat() > 0)) {
                Held counted = match.isPresent() ? held : itself(held);
                Owner owner = heap.isTable() && match.isPresent() ? caller(held) : program.owner(held.stack());
                String name = Holder.name(owner, match);
                causes.merge(
                        name,
                        new Cause(counted, owner, match, counted.bytes()),
                        (known, next) -> known.with(next, heap.isTable()));
            }
        }
        causes.remove(""); // without names nothing can be said
        List<Cause> large = causes.values().stream()
                .filter(cause -> cause.bytes() >= Math.max(LEAST_BYTES, LEAST_SHARE * heap.total()))
                .sorted(Comparator.comparingDouble(Cause::bytes).reversed())
                .toList();
        List<Holder> named = large.stream()
                .filter(cause -> cause.match().isPresent())
                .map(this::holder)
                .limit(MOST)
                .toList();
        return !named.isEmpty()
                ? named
                : large.stream()
                        .filter(cause -> cause.bytes() >= LEAST_UNNAMED * heap.total())
                        .map(this::holder)
                        .limit(1)
                        .toList();
    }

    private static Held itself(Held held) {
        return new Held(held.stack(), held.flat(), held.flat(), held.objects(), held.objectBytes());
    }

    private static List<String> names(List<Frame> stack) {
        return stack.stream().map(Frame::function).toList();
    }

    /** In a table, which has no callers: of the program's functions that hold as much, the one that holds least. */
    private Owner caller(Held held) {
        List<Held> callers = new ArrayList<>(heap.stacks());
        callers.removeIf(
                row -> row.bytes() < held.bytes() || program.origin(row.stack().get(0)) != Origin.OWN);
        return callers.stream()
                .min(Comparator.comparingDouble(Held::bytes))
                .map(row -> new Owner(row.stack().get(0), Owner.Basis.SIBLING, held.stack()))
                .orElseGet(() -> program.owner(held.stack()));
    }

    private Holder holder(Cause cause) {
        Held first = cause.first();
        String leaf = Culprit.shortened(
                first.stack().isEmpty() ? "" : first.stack().get(0).function());
        double share = cause.bytes() / Math.max(1, heap.total());
        String amount = Quantity.bytes(cause.bytes()) + " of " + Quantity.bytes(heap.total()) + " in use, "
                + Quantity.percent(share) + ",";
        String where = heap.isTable() && cause.match().isPresent()
                ? " are held by " + leaf + " and what it calls"
                : " were allocated here, most in " + leaf;
        String objects = first.objects() > 0 && first.objectBytes() > 0
                ? ": " + Quantity.count(first.objects()) + " objects of " + Quantity.bytes(first.objectBytes())
                : "";
        Words words = new Words()
                .with(cause.owner())
                .with(Placeholder.COUNT, first.objects() > 0 ? Quantity.count(first.objects()) : "")
                .with(Placeholder.SIZE, Quantity.bytes(cause.bytes()));
        return new Holder(
                cause.owner(),
                cause.match(),
                new Holder.Amount(true, share, first.objects(), false),
                words,
                new Evidence(amount + where + objects, cause.bytes(), "bytes", "heap profile"));
    }
}
