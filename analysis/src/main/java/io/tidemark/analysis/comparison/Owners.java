package io.tidemark.analysis.comparison;

import io.tidemark.analysis.growth.Floor;
import io.tidemark.analysis.owner.Program;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.analysis.statistics.FalseDiscovery;
import io.tidemark.analysis.statistics.Normal;
import io.tidemark.model.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The functions of the program whose live heap, or goroutines, changed most: of the last profile of each side. */
final class Owners {
    private static final double FALSE_DISCOVERIES = 0.05;
    private static final double LEAST_SHARE = 0.005; // of the larger total
    private static final int MOST = 10;

    private final Side before;
    private final Side after;

    Owners(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /** By the bytes of their objects that are in use. */
    List<OwnerChange> ofHeap() {
        return changes(heap(before), heap(after), OwnerSums::ofHeap);
    }

    /** By the number of their goroutines. */
    List<OwnerChange> ofGoroutines() {
        return changes(goroutines(before), goroutines(after), OwnerSums::ofCounts);
    }

    /** Whether both sides have profiles of one kind. */
    boolean areKnown() {
        return (heap(before).isPresent() && heap(after).isPresent())
                || (goroutines(before).isPresent() && goroutines(after).isPresent());
    }

    private static Optional<Profile> heap(Side side) {
        List<HeapSnapshot> heaps = side.readings().heaps();
        return heaps.isEmpty()
                ? Optional.empty()
                : Optional.of(heaps.get(heaps.size() - 1).profile());
    }

    private static Optional<Profile> goroutines(Side side) {
        List<GoroutineSnapshot> all = side.readings().goroutines();
        return all.isEmpty()
                ? side.readings().dump()
                : Optional.of(all.get(all.size() - 1).profile());
    }

    private List<OwnerChange> changes(
            Optional<Profile> first,
            Optional<Profile> second,
            BiFunction<Program, Profile, Map<String, OwnerSums.Sum>> sums) {
        return first.isEmpty() || second.isEmpty()
                ? List.of()
                : changes(sums.apply(program(before), first.get()), sums.apply(program(after), second.get()));
    }

    /** What shows most of the code: where goroutines are, and what is in use. */
    private static Program program(Side side) {
        Readings readings = side.readings();
        List<Profile> profiles = new ArrayList<>();
        heap(side).ifPresent(profiles::add);
        goroutines(side).ifPresent(profiles::add);
        readings.allocs().forEach(allocs -> profiles.add(allocs.value()));
        return Program.of(profiles);
    }

    private static List<OwnerChange> changes(Map<String, OwnerSums.Sum> old, Map<String, OwnerSums.Sum> now) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<OwnerChange> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(change(Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))));
        }
        double[] p = changes.stream().mapToDouble(Owners::chance).toArray();
        double[] q = FalseDiscovery.adjust(p);
        double least = LEAST_SHARE * Math.max(total(old), total(now));
        List<OwnerChange> judged = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            OwnerChange change = changes.get(i);
            if (Math.abs(change.change()) >= least && change.change() != 0) {
                judged.add(new OwnerChange(
                        change.owner(), change.before(), change.after(), change.error(), q[i] < FALSE_DISCOVERIES));
            }
        }
        judged.sort(Comparator.comparingDouble((OwnerChange change) -> -Math.abs(change.change())));
        return judged.subList(0, Math.min(MOST, judged.size()));
    }

    private static OwnerChange change(Optional<OwnerSums.Sum> old, Optional<OwnerSums.Sum> now) {
        double variance = old.map(OwnerSums.Sum::variance).orElse(0.0)
                + now.map(OwnerSums.Sum::variance).orElse(0.0);
        return new OwnerChange(
                now.or(() -> old).orElseThrow().culprit(),
                old.map(OwnerSums.Sum::value).orElse(0.0),
                now.map(OwnerSums.Sum::value).orElse(0.0),
                Math.sqrt(variance),
                false);
    }

    /**
     * The probability of so large a change, either way, if there were none. Counts are exact, and yet some goroutines come
     * and go.
     */
    private static double chance(OwnerChange change) {
        double size = Math.abs(change.change());
        if (change.error() == 0) {
            return size < Floor.COUNT.of(Math.max(change.before(), change.after())) ? 1 : 0;
        }
        return Math.min(1, 2 * Normal.atLeast(size / change.error()));
    }

    private static double total(Map<String, OwnerSums.Sum> sums) {
        return sums.values().stream().mapToDouble(OwnerSums.Sum::value).sum();
    }
}
