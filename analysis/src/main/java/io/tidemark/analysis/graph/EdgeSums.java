package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.Arrays;
import java.util.List;

/**
 * The sums of the calls between nodes that are kept. A call over nodes that are not kept is residual; a call that is on a
 * stack several times counts once; a node does not call itself.
 */
final class EdgeSums {
    private static final int DROPPED = -1;
    private static final int SEVERAL = -2;

    private final NodeTable table;
    private final int[] ranks; // by node: its rank among those kept, or -1
    private final boolean[] wanted; // by rank: whether the calls to it matter
    private final int[] single; // by location: the rank of its only node, DROPPED or SEVERAL
    private int size;
    private int[] slots = new int[1 << 10]; // edge + 1
    private long[] keys = new long[1 << 8]; // source rank, target rank
    private long[] weights = new long[1 << 8];
    private long[] divisors = new long[1 << 8];
    private boolean[] residual = new boolean[1 << 8];
    private boolean[] inline = new boolean[1 << 8];
    private int[] epochs = new int[1 << 8];

    /**
     * Sums the calls.
     *
     * @param kept the nodes to connect; the edges name them by their place here
     * @param onlyInlined whether only calls matter to nodes that are inlined anywhere
     */
    static EdgeSums of(Profile profile, NodeTable table, int[] kept, SampleValue value, boolean onlyInlined) {
        EdgeSums sums = new EdgeSums(profile, table, kept, onlyInlined);
        if (!onlyInlined || Arrays.stream(kept).anyMatch(table::isInlinable)) {
            int epoch = 0;
            for (Samples.Block block : profile.samples().blocks()) {
                epoch = sums.add(block, value, epoch);
            }
        }
        return sums;
    }

    private EdgeSums(Profile profile, NodeTable table, int[] kept, boolean onlyInlined) {
        this.table = table;
        this.ranks = new int[table.size()];
        Arrays.fill(ranks, -1);
        this.wanted = new boolean[kept.length];
        for (int rank = 0; rank < kept.length; rank++) {
            ranks[kept[rank]] = rank;
            wanted[rank] = !onlyInlined || table.isInlinable(kept[rank]);
        }
        this.single = new int[profile.locations().size()];
        for (int location = 0; location < single.length; location++) {
            int start = table.start(location);
            single[location] = table.end(location) == start + 1 ? ranks[table.node(start)] : SEVERAL;
        }
    }

    private int add(Samples.Block block, SampleValue value, int lastEpoch) {
        int epoch = lastEpoch;
        for (int s = 0; s < block.size(); s++) {
            long v = value.of(block, s);
            long d = value.divisorOf(block, s);
            if (v == 0 && d == 0) {
                continue;
            }
            epoch++;
            int parent = -1;
            boolean skipped = false;
            for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
                int location = block.location(k);
                int only = single[location];
                if (only != SEVERAL) {
                    if (only == DROPPED) {
                        skipped = true;
                    } else {
                        if (parent >= 0 && only != parent && wanted[only]) {
                            add(parent, only, v, d, skipped, false, epoch);
                        }
                        parent = only;
                        skipped = false;
                    }
                    continue;
                }
                int start = table.start(location);
                int last = table.end(location) - 1;
                for (int place = last; place >= start; place--) {
                    int node = table.node(place);
                    int rank = ranks[node];
                    if (rank < 0) {
                        skipped = true;
                        continue;
                    }
                    if (parent >= 0 && rank != parent && wanted[rank]) {
                        add(parent, rank, v, d, skipped, place != last, epoch);
                    }
                    parent = rank;
                    skipped = false;
                }
            }
        }
        return epoch;
    }

    private void add(int source, int target, long v, long d, boolean isResidual, boolean isInline, int epoch) {
        long key = (long) source << 32 | target;
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != 0) {
            int edge = slots[slot] - 1;
            if (keys[edge] == key) {
                if (epochs[edge] != epoch) {
                    epochs[edge] = epoch;
                    weights[edge] += v;
                    divisors[edge] += d;
                    residual[edge] |= isResidual;
                    inline[edge] &= isInline;
                }
                return;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = size + 1;
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        weights[size] = v;
        divisors[size] = d;
        residual[size] = isResidual;
        inline[size] = isInline;
        epochs[size] = epoch;
        size++;
        if (size > slots.length / 2) {
            rehash();
        }
    }

    private void grow() {
        int length = size * 2;
        keys = Arrays.copyOf(keys, length);
        weights = Arrays.copyOf(weights, length);
        divisors = Arrays.copyOf(divisors, length);
        residual = Arrays.copyOf(residual, length);
        inline = Arrays.copyOf(inline, length);
        epochs = Arrays.copyOf(epochs, length);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int edge = 0; edge < size; edge++) {
            int slot = (int) ((keys[edge] * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = edge + 1;
        }
    }

    /** Connects the nodes, which are in the order of {@code kept}. */
    void connect(List<Node> nodes) {
        for (int edge = 0; edge < size; edge++) {
            Node source = nodes.get((int) (keys[edge] >>> 32));
            Node target = nodes.get((int) keys[edge]);
            Edge made = new Edge(source, target, weights[edge], divisors[edge], residual[edge], inline[edge]);
            source.out.add(made);
            target.in.add(made);
        }
    }
}
