package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.Arrays;

/**
 * The flat and cumulative sums of every node. A node that is on a stack several times counts once.
 *
 * <p>This loop sees every frame of every sample; {@code GraphBenchmark} measures it.
 */
public final class NodeSums {
    private final long[] flat;
    private final long[] flatDivisor;
    private final long[] cum;
    private final long[] cumDivisor;

    private NodeSums(int size) {
        flat = new long[size];
        flatDivisor = new long[size];
        cum = new long[size];
        cumDivisor = new long[size];
    }

    /** Sums the values of a profile over the nodes of its locations. */
    public static NodeSums of(Profile profile, NodeTable table, SampleValue value) {
        NodeSums sums = new NodeSums(table.size());
        int[] single = singleNodes(profile, table);
        int[] seen = new int[table.size()];
        int epoch = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            epoch = sums.add(block, table, value, single, seen, epoch);
        }
        return sums;
    }

    /** The node of each location, or -1 of locations with several. */
    private static int[] singleNodes(Profile profile, NodeTable table) {
        int[] single = new int[profile.locations().size()];
        for (int location = 0; location < single.length; location++) {
            int start = table.start(location);
            single[location] = table.end(location) == start + 1 ? table.node(start) : -1;
        }
        return single;
    }

    private int add(Samples.Block block, NodeTable table, SampleValue value, int[] single, int[] seen, int lastEpoch) {
        int epoch = lastEpoch;
        for (int s = 0; s < block.size(); s++) {
            long v = value.of(block, s);
            long d = value.divisorOf(block, s);
            if (v == 0 && d == 0) {
                continue;
            }
            epoch++;
            int start = block.stackStart(s);
            for (int k = start; k < block.stackEnd(s); k++) {
                int location = block.location(k);
                int node = single[location];
                if (node >= 0) {
                    if (seen[node] != epoch) {
                        seen[node] = epoch;
                        cum[node] += v;
                        if (d != 0) {
                            cumDivisor[node] += d;
                        }
                    }
                } else {
                    addLines(table, location, v, d, seen, epoch);
                }
            }
            if (start < block.stackEnd(s)) {
                int leaf = table.node(table.start(block.location(start)));
                flat[leaf] += v;
                flatDivisor[leaf] += d;
            }
        }
        return epoch;
    }

    private void addLines(NodeTable table, int location, long v, long d, int[] seen, int epoch) {
        for (int place = table.start(location); place < table.end(location); place++) {
            int node = table.node(place);
            if (seen[node] != epoch) {
                seen[node] = epoch;
                cum[node] += v;
                if (d != 0) {
                    cumDivisor[node] += d;
                }
            }
        }
    }

    public long flat(int node) {
        return flat[node];
    }

    public long cum(int node) {
        return cum[node];
    }

    /** The nodes that have anything to show, in the order of the table. */
    int[] shown(boolean dropNegative) {
        int[] shown = new int[flat.length];
        int count = 0;
        for (int node = 0; node < flat.length; node++) {
            boolean negative = flat[node] < 0 || (flat[node] == 0 && cum[node] < 0);
            if ((flat[node] != 0 || cum[node] != 0) && !(dropNegative && negative)) {
                shown[count++] = node;
            }
        }
        return Arrays.copyOf(shown, count);
    }

    void copyTo(Tally tally, int node) {
        tally.addFlat(flat[node], flatDivisor[node]);
        tally.addCum(cum[node], cumDivisor[node]);
    }
}
