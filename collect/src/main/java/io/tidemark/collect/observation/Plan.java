package io.tidemark.collect.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is captured when.
 *
 * <pre>
 * 0, end           heap after a collection, allocations, and all that follows
 * every 5 s        counters, process, container
 * every 10 s       heap, goroutines; seven of the heaps, spread evenly, after a collection
 * in the middle    each goroutine for itself, the runtime's own search for leaks
 * end              threads, blocking, contention
 * </pre>
 *
 * @param rounds in the order of their times; the last one is the end
 * @param bounds what the target is not asked beyond
 */
public record Plan(List<Round> rounds, Bounds bounds) {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(5); // counters stop the world for a moment
    private static final int ROUNDS = 1 << 17;

    /**
     * What is captured one right after the other.
     *
     * @param at since the beginning
     * @param items in their order
     */
    public record Round(Duration at, List<Item> items) {
        public Round {
            items = List.copyOf(items);
        }
    }

    /** Requires rounds in their order. */
    public Plan {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a plan without a round");
        }
        for (int i = 1; i < rounds.size(); i++) {
            if (rounds.get(i).at().compareTo(rounds.get(i - 1).at()) <= 0) {
                throw new IllegalArgumentException(
                        "round " + i + " at " + rounds.get(i).at() + " (expected after "
                                + rounds.get(i - 1).at() + ")");
            }
        }
    }

    /** The plan for a time, with profiles every ten seconds, or more often where the time is short. */
    public static Plan of(Duration length) {
        Duration sixth = length.dividedBy(6);
        Duration every = sixth.compareTo(USUAL) < 0 ? sixth : USUAL;
        return of(length, every.compareTo(SHORTEST) < 0 ? SHORTEST : every);
    }

    /**
     * The plan for a time.
     *
     * @param every how often there are profiles; counters come twice as often, but not more than every five seconds
     */
    public static Plan of(Duration length, Duration every) {
        if (length.isNegative() || every.toMillis() < 1000) {
            throw new IllegalArgumentException(
                    "a plan for " + length + ", every " + every + " (expected a time, and a second or more)");
        }
        if (length.dividedBy(every) > ROUNDS) {
            throw new IllegalArgumentException(
                    "a plan of " + length.dividedBy(every) + " rounds (expected no more than " + ROUNDS + ")");
        }
        Duration half = every.dividedBy(2);
        Duration counters = half.compareTo(SHORTEST) >= 0 ? half : every;
        Agenda agenda = new Agenda(length);
        agenda.every(counters, Item.CGROUP, Item.PROCESS, Item.COUNTERS);
        agenda.every(every, Item.HEAP, Item.GOROUTINES, Item.PAGES, Item.NEIGHBOURS);
        agenda.collect(Bounds.DEFAULT.collections());
        agenda.at(length.dividedBy(2), Item.GOROUTINE_DUMP, Item.GOROUTINE_LEAK);
        agenda.at(Duration.ZERO, Item.ALLOCS);
        agenda.at(length, Item.ALLOCS, Item.THREADCREATE, Item.BLOCK, Item.MUTEX);
        return new Plan(agenda.rounds(), Bounds.DEFAULT);
    }

    /** The same within other bounds. */
    public Plan within(Bounds other) {
        return new Plan(rounds, other);
    }

    /** How long it takes. */
    public Duration length() {
        return rounds.get(rounds.size() - 1).at();
    }

    /** What is to be done by time. */
    private static final class Agenda {
        private final Duration length;
        private final TreeMap<Duration, SortedSet<Item>> items = new TreeMap<>();

        Agenda(Duration length) {
            this.length = length;
            items.put(Duration.ZERO, new TreeSet<>());
            items.put(length, new TreeSet<>());
        }

        /** From the beginning on, and at the end. A last round that would be right before the end is left out. */
        void every(Duration step, Item... what) {
            for (Duration at = Duration.ZERO; at.plus(step.dividedBy(2)).compareTo(length) < 0; at = at.plus(step)) {
                items.computeIfAbsent(at, time -> new TreeSet<>()).addAll(List.of(what));
            }
            at(Duration.ZERO, what);
            at(length, what);
        }

        /** In the round that is nearest to a time. */
        void at(Duration time, Item... what) {
            SortedSet<Item> nearest = new TreeSet<>();
            Duration least = length.plusNanos(1);
            for (Map.Entry<Duration, SortedSet<Item>> round : items.entrySet()) {
                Duration distance = round.getKey().minus(time).abs();
                if (distance.compareTo(least) < 0) {
                    least = distance;
                    nearest = round.getValue();
                }
            }
            nearest.addAll(List.of(what));
        }

        /** Makes some of the heaps, as many as may be, such after a collection: the first, the last, and others evenly. */
        void collect(int most) {
            List<SortedSet<Item>> heaps = items.values().stream()
                    .filter(set -> set.contains(Item.HEAP))
                    .toList();
            int count = Math.min(most, heaps.size());
            for (int i = 0; i < count; i++) {
                SortedSet<Item> heap =
                        heaps.get(count == 1 ? 0 : (int) Math.round((double) i * (heaps.size() - 1) / (count - 1)));
                heap.remove(Item.HEAP);
                heap.add(Item.HEAP_COLLECTED);
            }
        }

        List<Round> rounds() {
            List<Round> rounds = new ArrayList<>();
            items.forEach((at, what) -> rounds.add(new Round(at, List.copyOf(what))));
            return rounds;
        }
    }
}
