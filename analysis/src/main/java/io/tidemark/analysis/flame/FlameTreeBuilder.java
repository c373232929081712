package io.tidemark.analysis.flame;

import java.util.Arrays;
import java.util.List;

/**
 * Builds a tree from nodes that come in the order of a walk. What it has is always a tree whose last path is still open;
 * a node that turns out too small when it is closed is the end of the arrays, with all of its callees, and is cut off.
 */
final class FlameTreeBuilder {
    private final int columns;
    private final long[] cutoffs; // by sample type

    int size;
    int[] depths = new int[1 << 10];
    int[] frames = new int[1 << 10];
    int[] rows = new int[1 << 10];
    long[] values = new long[1 << 10];
    private int rowCount;

    // The open path, by depth.
    private int depth; // how many nodes are open
    private int[] nodes = new int[64];
    private int[] rowsBefore = new int[64]; // the rows that there were when the node was opened
    private int[] hidden = new int[65]; // callees that were cut off, here and below; the last but one is for the root
    private long[] totals; // by depth, then by column; of the closed callees and the node itself
    private long[] hiddenSums; // by depth, then by column; of the callees that were cut off

    private FlameTreeBuilder(int columns, long[] cutoffs) {
        this.columns = columns;
        this.cutoffs = cutoffs;
        this.totals = new long[65 * columns];
        this.hiddenSums = new long[65 * columns];
    }

    static FlameTree build(Stacks stacks, int columns, FlameTree.Detail detail) {
        long[] weights = new long[columns / 2];
        long[] row = new long[columns];
        for (int place = 0; place < stacks.size(); place++) {
            stacks.read(place, row);
            for (int type = 0; type < weights.length; type++) {
                weights[type] += row[2 * type] + row[2 * type + 1];
            }
        }
        double least = detail.least();
        FlameTree tree = merge(stacks, columns, cutoffs(weights, least));
        while (tree.size() > detail.most() && least < 1) {
            least = Math.max(2 * least, 1e-6);
            tree = reduce(tree, cutoffs(weights, least));
        }
        return tree;
    }

    private static long[] cutoffs(long[] weights, double least) {
        long[] cutoffs = new long[weights.length];
        for (int type = 0; type < weights.length; type++) {
            cutoffs[type] = (long) Math.ceil(weights[type] * least);
        }
        return cutoffs;
    }

    private static FlameTree merge(Stacks stacks, int columns, long[] cutoffs) {
        FlameTreeBuilder builder = new FlameTreeBuilder(columns, cutoffs);
        long[] row = new long[columns];
        for (int place = 0; place < stacks.size(); place++) {
            builder.close(stacks.common(place));
            for (int d = builder.depth; d < stacks.depth(place); d++) {
                builder.open(stacks.frame(place, d));
            }
            stacks.read(place, row);
            builder.add(row);
        }
        return builder.finish(stacks.names());
    }

    /** The tree with less detail. */
    private static FlameTree reduce(FlameTree tree, long[] cutoffs) {
        FlameTreeBuilder builder = new FlameTreeBuilder(tree.columns(), cutoffs);
        long[] row = new long[tree.columns()];
        for (int node = 0; node < tree.size(); node++) {
            builder.close(tree.depth(node));
            for (int column = 0; column < row.length; column++) {
                row[column] = tree.self(node, column);
            }
            if (tree.isHidden(node)) {
                builder.hide(tree.hidden(node), row);
            } else {
                builder.open(tree.frame(node));
                builder.add(row);
            }
        }
        return builder.finish(tree.names());
    }

    private FlameTree finish(List<String> names) {
        close(0);
        showHidden();
        return new FlameTree(columns, names, this);
    }

    private void open(int frame) {
        if (depth == nodes.length) {
            nodes = Arrays.copyOf(nodes, depth * 2);
            rowsBefore = Arrays.copyOf(rowsBefore, depth * 2);
            hidden = Arrays.copyOf(hidden, depth * 2 + 1);
            totals = Arrays.copyOf(totals, (depth * 2 + 1) * columns);
            hiddenSums = Arrays.copyOf(hiddenSums, (depth * 2 + 1) * columns);
        }
        nodes[depth] = append(depth, frame);
        rowsBefore[depth] = rowCount;
        depth++;
        hidden[depth] = 0;
        Arrays.fill(totals, depth * columns, (depth + 1) * columns, 0);
        Arrays.fill(hiddenSums, depth * columns, (depth + 1) * columns, 0);
    }

    /** Adds values to the innermost open node. */
    private void add(long[] row) {
        boolean any = false;
        for (int column = 0; column < columns; column++) {
            totals[depth * columns + column] += row[column];
            any |= row[column] != 0;
        }
        if (any) {
            addTo(nodes[depth - 1], row, 0);
        }
    }

    /** Counts callees of the innermost open node that are not there. */
    private void hide(int count, long[] row) {
        hidden[depth] += count;
        for (int column = 0; column < columns; column++) {
            hiddenSums[depth * columns + column] += row[column];
            totals[depth * columns + column] += row[column];
        }
    }

    /** Closes nodes until so many are open. */
    private void close(int newDepth) {
        while (depth > newDepth) {
            int callee = depth * columns;
            boolean isLarge = isLarge(callee);
            if (isLarge) {
                showHidden();
            }
            depth--;
            int caller = depth * columns;
            for (int column = 0; column < columns; column++) {
                totals[caller + column] += totals[callee + column];
            }
            if (!isLarge) {
                size = nodes[depth];
                Arrays.fill(values, rowsBefore[depth] * columns, rowCount * columns, 0);
                rowCount = rowsBefore[depth];
                hidden[depth] += 1 + hidden[depth + 1];
                for (int column = 0; column < columns; column++) {
                    hiddenSums[caller + column] += totals[callee + column];
                }
            }
        }
    }

    private boolean isLarge(int offset) {
        for (int type = 0; type < cutoffs.length; type++) {
            long weight = totals[offset + 2 * type] + totals[offset + 2 * type + 1];
            if (weight > 0 && weight >= cutoffs[type]) {
                return true;
            }
        }
        return false;
    }

    /** Ends the callees of the innermost open node with the hidden one, where there is any. */
    private void showHidden() {
        if (hidden[depth] > 0) {
            addTo(append(depth, ~hidden[depth]), hiddenSums, depth * columns);
        }
    }

    private int append(int atDepth, int frame) {
        if (size == depths.length) {
            depths = Arrays.copyOf(depths, size * 2);
            frames = Arrays.copyOf(frames, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        depths[size] = atDepth;
        frames[size] = frame;
        rows[size] = -1;
        return size++;
    }

    private void addTo(int node, long[] row, int offset) {
        if (rows[node] < 0) {
            rows[node] = rowCount++;
            if (rowCount * columns > values.length) {
                values = Arrays.copyOf(values, Math.max(values.length * 2, rowCount * columns));
            }
        }
        for (int column = 0; column < columns; column++) {
            values[rows[node] * columns + column] += row[offset + column];
        }
    }
}
