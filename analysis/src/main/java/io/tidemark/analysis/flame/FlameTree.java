package io.tidemark.analysis.flame;

import io.tidemark.analysis.columns.SignColumns;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.model.profile.Profile;
import java.util.List;

/**
 * The stacks of a profile merged from the root. A node is a way from the root to a frame; nodes are numbered in the order
 * in which a walk meets them that takes each node before its callees, and callees by name. So the tree of a profile is
 * always the same, and a loop over the numbers is a walk:
 *
 * <pre>{@code
 * node  depth  name          self
 *    0      0  main.main        0
 *    1      1  main.load       10
 *    2      2  bytes.grow      30
 *    3      2  (hidden: 7)      1
 *    4      1  main.store       5
 * }</pre>
 *
 * <p>What is too small to be seen is left out while the tree is built, so that it never needs much memory: in the place of
 * small callees their caller has one hidden node, the last, with their number and their sums.
 */
public final class FlameTree {
    private final int columns;
    private final List<String> names;
    private final int size;
    private final int[] depths;
    private final int[] frames; // indices into names; of hidden nodes the complement of how many there are
    private final int[] rows; // into values, or -1
    private final long[] values;

    FlameTree(int columns, List<String> names, FlameTreeBuilder built) {
        this.columns = columns;
        this.names = List.copyOf(names);
        this.size = built.size;
        this.depths = built.depths;
        this.frames = built.frames;
        this.rows = built.rows;
        this.values = built.values;
    }

    /**
     * Merges the stacks of a profile.
     *
     * @param columns what is there and what was there before, of each sample type
     * @param detail how much of the tree is kept
     */
    public static FlameTree of(Profile profile, NodeTable table, SignColumns columns, Detail detail) {
        return FlameTreeBuilder.build(Stacks.of(profile, table, columns), columns.size(), detail);
    }

    /**
     * How much of a tree is kept.
     *
     * @param least the least share of the total for a node to be kept, in any of the sample types
     * @param most the most nodes to keep; where there are more, {@code least} is doubled until there are not
     */
    public record Detail(double least, int most) {
        /** All of it. */
        public static final Detail ALL = new Detail(0, Integer.MAX_VALUE);
    }

    /** The number of nodes, hidden ones included. */
    public int size() {
        return size;
    }

    /** The number of columns, two for each sample type. */
    public int columns() {
        return columns;
    }

    /** How many frames are above a node. */
    public int depth(int node) {
        return depths[node];
    }

    /** Whether a node stands for callees that are too small to be kept. */
    public boolean isHidden(int node) {
        return frames[node] < 0;
    }

    /** How many ways a hidden node stands for. */
    public int hidden(int node) {
        return ~frames[node];
    }

    /** The index of the name of a node in {@link #names}. */
    public int frame(int node) {
        return frames[node];
    }

    /** The names of frames, sorted. */
    public List<String> names() {
        return names;
    }

    /** Whether stacks end at a node. */
    public boolean hasSelf(int node) {
        return rows[node] >= 0;
    }

    /** What the stacks have that end at a node. */
    public long self(int node, int column) {
        return rows[node] < 0 ? 0 : values[rows[node] * columns + column];
    }
}
