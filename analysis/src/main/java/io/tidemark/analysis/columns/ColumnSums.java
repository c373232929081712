package io.tidemark.analysis.columns;

import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;

/**
 * The flat and cumulative sums of every node in every column, in one pass over the samples. As in graphs, a node that is on
 * a stack several times counts once.
 */
public final class ColumnSums {
    private final int columns;
    private final long[] flat; // by node, then by column
    private final long[] cum;

    private ColumnSums(int nodes, int columns) {
        this.columns = columns;
        this.flat = new long[Math.multiplyExact(nodes, columns)];
        this.cum = new long[flat.length];
    }

    /** Sums the samples of a profile over the nodes of its locations. */
    public static ColumnSums of(Profile profile, NodeTable table, SampleColumns columns) {
        ColumnSums sums = new ColumnSums(table.size(), columns.size());
        long[] row = new long[columns.size()];
        int[] seen = new int[table.size()];
        int epoch = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (columns.read(block, s, row)) {
                    sums.add(block, s, table, row, seen, ++epoch);
                }
            }
        }
        return sums;
    }

    private void add(Samples.Block block, int s, NodeTable table, long[] row, int[] seen, int epoch) {
        int start = block.stackStart(s);
        int end = block.stackEnd(s);
        for (int k = start; k < end; k++) {
            int location = block.location(k);
            for (int place = table.start(location); place < table.end(location); place++) {
                int node = table.node(place);
                if (seen[node] != epoch) {
                    seen[node] = epoch;
                    add(cum, node, row);
                }
            }
        }
        if (start < end) {
            add(flat, table.node(table.start(block.location(start))), row);
        }
    }

    private static void add(long[] sums, int node, long[] row) {
        int offset = node * row.length;
        for (int column = 0; column < row.length; column++) {
            sums[offset + column] += row[column];
        }
    }

    /** What a node has itself. */
    public long flat(int node, int column) {
        return flat[node * columns + column];
    }

    /** What a node has with all that it calls. */
    public long cum(int node, int column) {
        return cum[node * columns + column];
    }

    /** The sum of a column over all samples that have a stack. */
    public long total(int column) {
        long total = 0;
        for (int i = column; i < flat.length; i += columns) {
            total += flat[i];
        }
        return total;
    }
}
