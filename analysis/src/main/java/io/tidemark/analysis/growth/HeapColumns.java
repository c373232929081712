package io.tidemark.analysis.growth;

import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Heap profiles as columns: a row for each size of object on each stack, and for each snapshot how many of them were in use
 * and how many had been allocated.
 */
final class HeapColumns {
    private static final long DEFAULT_PERIOD = 512 << 10;

    private final List<HeapSnapshot> snapshots;
    private final StackTable stacks = new StackTable(name -> name);
    private final long[][] inUse; // by snapshot, then row; shorter where later rows were not there yet
    private final long[][] allocated;
    private final double period;
    private int size;
    private int[] stackOf = new int[256];
    private long[] sizes = new long[256];
    private int[] nextOf = new int[256]; // the next row of the same stack, or -1
    private int[] firstOf = new int[0]; // by stack

    HeapColumns(List<HeapSnapshot> snapshots) {
        this.snapshots = snapshots;
        this.inUse = new long[snapshots.size()][];
        this.allocated = new long[snapshots.size()][];
        long known = snapshots.isEmpty()
                ? 0
                : snapshots.get(0).profile().header().period().value();
        this.period = known > 0 ? known : DEFAULT_PERIOD;
        for (int i = 0; i < snapshots.size(); i++) {
            read(i);
        }
    }

    private void read(int snapshot) {
        Profile profile = snapshots.get(snapshot).profile();
        HeapTypes types = HeapTypes.of(profile);
        long[] labelled = sizes(profile.samples().labelSets());
        StackTable.Reader reader = stacks.reader(profile);
        long[] used = new long[Math.max(256, size)];
        long[] all = new long[used.length];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                long objects = types.allocated(block, s);
                if (objects == 0) {
                    continue;
                }
                long bytes = labelled[block.labels(s)];
                int row = row(reader.stack(block, s), bytes > 0 ? bytes : types.objectSize(block, s));
                if (row >= used.length) {
                    used = Arrays.copyOf(used, 2 * used.length);
                    all = Arrays.copyOf(all, used.length);
                }
                used[row] += types.inUse(block, s);
                all[row] += objects;
            }
        }
        inUse[snapshot] = used;
        allocated[snapshot] = all;
    }

    /** The size of objects by label set, or 0 where it does not say. */
    private static long[] sizes(List<LabelSet> labelSets) {
        long[] sizes = new long[labelSets.size()];
        for (int i = 0; i < sizes.length; i++) {
            LabelSet labels = labelSets.get(i);
            for (int k = 0; k < labels.numberCount(); k++) {
                if (labels.numberKey(k).equals("bytes")) {
                    sizes[i] = labels.number(k);
                }
            }
        }
        return sizes;
    }

    private int row(int stack, long objectSize) {
        if (stack >= firstOf.length) {
            int known = firstOf.length;
            firstOf = Arrays.copyOf(firstOf, Math.max(256, 2 * stack));
            Arrays.fill(firstOf, known, firstOf.length, -1);
        }
        for (int row = firstOf[stack]; row >= 0; row = nextOf[row]) {
            if (sizes[row] == objectSize) {
                return row;
            }
        }
        if (size == stackOf.length) {
            stackOf = Arrays.copyOf(stackOf, 2 * size);
            sizes = Arrays.copyOf(sizes, 2 * size);
            nextOf = Arrays.copyOf(nextOf, 2 * size);
        }
        stackOf[size] = stack;
        sizes[size] = objectSize;
        nextOf[size] = firstOf[stack];
        firstOf[stack] = size;
        return size++;
    }

    int stackCount() {
        return stacks.size();
    }

    /** The first row of a stack, or -1. */
    int firstRow(int stack) {
        return firstOf[stack];
    }

    /** The next row of the same stack, or -1. */
    int nextRow(int row) {
        return nextOf[row];
    }

    /** The size of the objects of a row. */
    long objectSize(int row) {
        return sizes[row];
    }

    /** Objects that were in use, as the profile estimates them. */
    long inUse(int snapshot, int row) {
        return row < inUse[snapshot].length ? inUse[snapshot][row] : 0;
    }

    /** Objects that had been allocated since the start, as the profile estimates them. */
    long allocated(int snapshot, int row) {
        return row < allocated[snapshot].length ? allocated[snapshot][row] : 0;
    }

    /**
     * The probability that an object of a row was sampled: with it the samples come out of the scaled values.
     *
     * @see <a href="https://github.com/golang/go/blob/master/src/runtime/pprof/protomem.go">scaleHeapSample in
     *     runtime/pprof/protomem.go</a>
     */
    double sampled(int row) {
        return -Math.expm1(-sizes[row] / period);
    }

    /** The bytes of small objects that a sample stands for. */
    double period() {
        return period;
    }

    /** The frames of some stacks, by stack: of the sample that holds most in the last snapshot. */
    Map<Integer, List<Frame>> frames(Set<Integer> wanted) {
        Profile profile = snapshots.get(snapshots.size() - 1).profile();
        HeapTypes types = HeapTypes.of(profile);
        long[] most = new long[stacks.size()];
        wanted.forEach(stack -> most[stack] = -1);
        Map<Integer, List<Frame>> frames = new HashMap<>();
        StackTable.Reader reader = stacks.reader(profile);
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                long bytes = types.inUseBytes(block, s);
                int stack = types.allocated(block, s) == 0 ? -1 : reader.stack(block, s);
                if (stack >= 0 && wanted.contains(stack) && bytes > most[stack]) {
                    most[stack] = bytes;
                    frames.put(stack, StackTable.frames(profile, block, s));
                }
            }
        }
        return frames;
    }
}
