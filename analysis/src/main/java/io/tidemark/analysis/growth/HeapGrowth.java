package io.tidemark.analysis.growth;

import io.tidemark.analysis.snapshot.HeapSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which stacks the heap grows at, by the samples of several heap profiles.
 *
 * @param growing stacks that grow, the fastest first
 * @param others stacks of which more is in use at the end and that are not known to grow, the largest change first; at most
 *     50
 * @param allocators stacks that allocate most, the first first; at most 20
 * @param total the change of all of the heap in a minute
 * @param window what the snapshots were
 * @param floor the slowest growth of small objects on one stack that could have been seen, in bytes a minute; infinite
 *     when nothing could
 */
public record HeapGrowth(
        List<StackGrowth> growing,
        List<StackGrowth> others,
        List<StackGrowth> allocators,
        StackGrowth.Growth total,
        Window window,
        double floor) {
    /**
     * The snapshots that were compared.
     *
     * @param seconds from the first to the last
     * @param snapshots how many were of different collections
     * @param isRestarted whether allocations became less in between, so that what was before was left out
     */
    public record Window(double seconds, int snapshots, boolean isRestarted) {}

    public HeapGrowth {
        growing = List.copyOf(growing);
        others = List.copyOf(others);
        allocators = List.copyOf(allocators);
    }

    /** Compares heap profiles of one program, in the order of their times. */
    public static HeapGrowth of(List<HeapSnapshot> snapshots) {
        List<HeapSnapshot> kept = new ArrayList<>();
        boolean isRestarted = false;
        long[] last = {};
        for (HeapSnapshot snapshot : snapshots) {
            long[] sums = snapshot.profile().sums();
            HeapTypes types = HeapTypes.of(snapshot.profile());
            if (!kept.isEmpty()) {
                if (sums[types.allocSpace()] < last[types.allocSpace()]) {
                    isRestarted = true;
                    kept.clear();
                } else if (isSame(kept.get(kept.size() - 1), snapshot, last, sums)) {
                    continue;
                }
            }
            kept.add(snapshot);
            last = sums;
        }
        if (kept.size() < 2 || kept.get(kept.size() - 1).second() <= kept.get(0).second()) {
            return new HeapGrowth(
                    List.of(),
                    List.of(),
                    List.of(),
                    new StackGrowth.Growth(0, Double.POSITIVE_INFINITY, 0),
                    new Window(0, kept.size(), isRestarted),
                    Double.POSITIVE_INFINITY);
        }
        return new HeapComparison(kept, isRestarted).result();
    }

    /** Whether a profile is that of the same collection as the one before: Go shows nothing newer in between. */
    private static boolean isSame(HeapSnapshot before, HeapSnapshot snapshot, long[] last, long[] sums) {
        if (before.collections() >= 0 && snapshot.collections() >= 0) {
            return before.collections() == snapshot.collections();
        }
        return !snapshot.collected() && Arrays.equals(last, sums);
    }
}
