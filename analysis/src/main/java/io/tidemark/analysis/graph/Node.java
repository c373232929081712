package io.tidemark.analysis.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in the program with what was measured there: {@code flat} is its own, {@code cum} that of everything it calls
 * too. In graphs of means the sums come with the sums of the divisors.
 */
public final class Node {
    private final NodeInfo info;
    private final String name;
    final Tally tally = new Tally();
    final List<Edge> in = new ArrayList<>(4);
    final List<Edge> out = new ArrayList<>(4);
    Map<String, Tag> labelTags = Map.of();
    Map<String, Map<String, Tag>> numericTags = Map.of();
    Object function = this; // nodes with equal ones are parts of the same function
    int number; // in the table

    Node(NodeInfo info) {
        this.info = info;
        this.name = info.printableName();
    }

    public NodeInfo info() {
        return info;
    }

    /** {@link NodeInfo#printableName}. */
    public String name() {
        return name;
    }

    /** The sums. */
    public Tally tally() {
        return tally;
    }

    /** Its own value, or mean. */
    public long flat() {
        return tally.flatValue();
    }

    /** Its value with that of its callees, or their mean. */
    public long cum() {
        return tally.cumValue();
    }

    /** The edges from its callers, heaviest first. */
    public List<Edge> in() {
        return Edge.sorted(in);
    }

    /** The edges to its callees, heaviest first. */
    public List<Edge> out() {
        return Edge.sorted(out);
    }

    /** Whether it calls anything. */
    public boolean isLeaf() {
        return out.isEmpty();
    }

    /** Whether it was inlined into all of its callers, some of them, or none. */
    public Inlining inlining() {
        boolean inlined = false;
        boolean called = false;
        for (Edge edge : in) {
            inlined |= edge.isInline();
            called |= !edge.isInline();
        }
        return !inlined ? Inlining.NONE : called ? Inlining.PARTIAL : Inlining.FULL;
    }

    /** How a node is called. */
    public enum Inlining {
        NONE,
        PARTIAL,
        FULL
    }

    /** What is the same for all nodes of one function, and for no other. */
    public Object function() {
        return function;
    }

    /** The values by text labels. */
    public Map<String, Tag> labelTags() {
        return labelTags;
    }

    /** The values by numeric labels, by the text labels that they came with, or the empty text. */
    public Map<String, Map<String, Tag>> numericTags() {
        return numericTags;
    }

    /** How many of its tags have a flat value. */
    public int flatTagCount() {
        int count = 0;
        for (Tag tag : labelTags.values()) {
            count += tag.tally().flat() == 0 ? 0 : 1;
        }
        for (Map<String, Tag> tags : numericTags.values()) {
            for (Tag tag : tags.values()) {
                count += tag.tally().flat() == 0 ? 0 : 1;
            }
        }
        return count;
    }

    void keepTags(long atLeast) {
        labelTags = kept(labelTags, atLeast);
        Map<String, Map<String, Tag>> numeric = new HashMap<>();
        numericTags.forEach((labels, tags) -> numeric.put(labels, kept(tags, atLeast)));
        numericTags = numeric;
    }

    private static Map<String, Tag> kept(Map<String, Tag> tags, long atLeast) {
        Map<String, Tag> kept = new HashMap<>();
        tags.forEach((name, tag) -> {
            if (Math.abs(tag.tally().flat()) >= atLeast || Math.abs(tag.tally().cum()) >= atLeast) {
                kept.put(name, tag);
            }
        });
        return kept;
    }

    @Override
    public String toString() {
        return name + " " + tally;
    }
}
