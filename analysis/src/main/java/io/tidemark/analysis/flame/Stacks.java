package io.tidemark.analysis.flame;

import io.tidemark.analysis.columns.SampleColumns;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The stacks of the samples that count in any column, the root first, in the order of the names of their frames: equal ones
 * are neighbours, and so are those that begin alike. Whoever merges stacks need only look at the one before.
 */
public final class Stacks {
    private final SampleColumns columns;
    private final List<Samples.Block> blocks;
    private final List<String> names;
    private final int[] frames; // the stacks one after the other, as indices into names
    private final int[] starts; // by stack; one more than there are stacks
    private final long[] samples; // by stack: the block and the sample in it
    private final int[] order;

    private Stacks(Profile profile, NodeTable table, SampleColumns columns) {
        this.columns = columns;
        this.blocks = profile.samples().blocks();
        this.names = new ArrayList<>(table.size());
        int[] ranks = rank(table, names);
        this.samples = select();
        this.starts = new int[samples.length + 1];
        for (int stack = 0; stack < samples.length; stack++) {
            starts[stack + 1] = Math.addExact(starts[stack], depth(table, samples[stack]));
        }
        this.frames = new int[starts[samples.length]];
        for (int stack = 0; stack < samples.length; stack++) {
            copy(table, ranks, samples[stack], starts[stack]);
        }
        this.order = StackSort.order(frames, starts);
    }

    /** Sorts the stacks of a profile. */
    public static Stacks of(Profile profile, NodeTable table, SampleColumns columns) {
        return new Stacks(profile, table, columns);
    }

    /** Collects the names of all nodes, sorted, and returns the place of each. */
    private static int[] rank(NodeTable table, List<String> names) {
        record Named(int node, String name) {}
        List<Named> named = new ArrayList<>(table.size());
        for (int node = 0; node < table.size(); node++) {
            named.add(new Named(node, table.info(node).printableName()));
        }
        named.sort(Comparator.comparing(Named::name, Utf8.ORDER));
        int[] ranks = new int[table.size()];
        for (Named next : named) {
            boolean isNew = names.isEmpty() || !names.get(names.size() - 1).equals(next.name());
            if (isNew) {
                names.add(next.name());
            }
            ranks[next.node()] = names.size() - 1;
        }
        return ranks;
    }

    private long[] select() {
        long[] row = new long[columns.size()];
        long[] selected = new long[blocks.stream().mapToInt(Samples.Block::size).sum()];
        int count = 0;
        for (int b = 0; b < blocks.size(); b++) {
            Samples.Block block = blocks.get(b);
            for (int s = 0; s < block.size(); s++) {
                if (block.stackStart(s) < block.stackEnd(s) && columns.read(block, s, row)) {
                    selected[count++] = (long) b << 32 | s;
                }
            }
        }
        return Arrays.copyOf(selected, count);
    }

    private int depth(NodeTable table, long sample) {
        Samples.Block block = blocks.get((int) (sample >>> 32));
        int depth = 0;
        for (int k = block.stackStart((int) sample); k < block.stackEnd((int) sample); k++) {
            int location = block.location(k);
            depth += table.end(location) - table.start(location);
        }
        return depth;
    }

    private void copy(NodeTable table, int[] ranks, long sample, int to) {
        Samples.Block block = blocks.get((int) (sample >>> 32));
        int next = to;
        for (int k = block.stackEnd((int) sample) - 1; k >= block.stackStart((int) sample); k--) {
            int location = block.location(k);
            for (int place = table.end(location) - 1; place >= table.start(location); place--) {
                frames[next++] = ranks[table.node(place)];
            }
        }
    }

    /** The number of stacks; equal ones count each. */
    public int size() {
        return order.length;
    }

    /** The number of frames of the stack at a place of the order. */
    public int depth(int place) {
        return starts[order[place] + 1] - starts[order[place]];
    }

    /** The index of the name of a frame; 0 is the root. */
    public int frame(int place, int depth) {
        return frames[starts[order[place]] + depth];
    }

    /** The names of frames, sorted. */
    public List<String> names() {
        return names;
    }

    /** How many frames two neighbours have in common: the one at a place and the one before; 0 of the first. */
    public int common(int place) {
        if (place == 0) {
            return 0;
        }
        int most = Math.min(depth(place - 1), depth(place));
        int common = 0;
        while (common < most && frame(place - 1, common) == frame(place, common)) {
            common++;
        }
        return common;
    }

    /** Whether the stacks at two places are equal. */
    public boolean isSame(int place, int other) {
        int a = order[place];
        int b = order[other];
        return Arrays.equals(frames, starts[a], starts[a + 1], frames, starts[b], starts[b + 1]);
    }

    /** Sets a row to the values of a stack. */
    public void read(int place, long[] row) {
        long sample = samples[order[place]];
        columns.read(blocks.get((int) (sample >>> 32)), (int) sample, row);
    }
}
