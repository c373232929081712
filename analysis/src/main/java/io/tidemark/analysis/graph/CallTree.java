package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph in which every path from a root has a node of its own. */
public final class CallTree {
    private final Profile profile;
    private final NodeTable table;
    private final Map<Long, Integer> children = new HashMap<>(); // parent + 1 and table number to node
    private int size;
    private int[] parents = new int[64];
    private int[] numbers = new int[64];
    private boolean[] inline = new boolean[64];
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Map<Integer, Tally>> byLabels = new ArrayList<>();

    private CallTree(Profile profile, NodeTable table) {
        this.profile = profile;
        this.table = table;
    }

    /** Sums a profile into a tree. */
    public static Graph of(Profile profile, NodeTable table, SampleValue value, boolean dropNegative, TagNames tags) {
        CallTree tree = new CallTree(profile, table);
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                tree.add(block, s, value.of(block, s), value.divisorOf(block, s));
            }
        }
        return tree.toGraph(dropNegative, tags);
    }

    /** How tags are named: the unit of labels named bytes, and the format. */
    public record TagNames(String unit, TagFormat format) {}

    private void add(Samples.Block block, int s, long v, long d) {
        if (v == 0 && d == 0) {
            return;
        }
        int parent = -1;
        for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
            int location = block.location(k);
            int last = table.end(location) - 1;
            for (int place = last; place >= table.start(location); place--) {
                parent = child(parent, table.node(place), place != last);
                tallies.get(parent).addCum(v, d);
                labelTally(parent, block.labels(s)).addCum(v, d);
            }
        }
        if (parent >= 0) {
            tallies.get(parent).addFlat(v, d);
            labelTally(parent, block.labels(s)).addFlat(v, d);
        }
    }

    private Tally labelTally(int node, int labels) {
        return byLabels.get(node).computeIfAbsent(labels, unused -> new Tally());
    }

    private int child(int parent, int number, boolean isInline) {
        Integer known = children.get((parent + 1L) << 32 | number);
        if (known != null) {
            inline[known] &= isInline;
            return known;
        }
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            inline = Arrays.copyOf(inline, size * 2);
        }
        children.put((parent + 1L) << 32 | number, size);
        parents[size] = parent;
        numbers[size] = number;
        inline[size] = isInline;
        tallies.add(new Tally());
        byLabels.add(new HashMap<>(2));
        return size++;
    }

    private Graph toGraph(boolean dropNegative, TagNames tags) {
        List<Node> all = new ArrayList<>(size);
        List<Node> shown = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Node node = new Node(table.info(numbers[i]));
            node.function = List.of(parents[i], node.info().function());
            node.tally.add(tallies.get(i));
            byLabels.get(i)
                    .forEach((labels, tally) ->
                            TagSums.assign(node, profile.samples().labels(labels), tally, tags.unit(), tags.format()));
            all.add(node);
            if (!node.tally.isZero() && !(dropNegative && node.tally.isNegative())) {
                shown.add(node);
            }
            if (parents[i] >= 0) {
                Node parent = all.get(parents[i]);
                Edge edge =
                        new Edge(parent, node, node.tally.cum(), tallies.get(i).cumDivisor(), false, inline[i]);
                parent.out.add(edge);
                node.in.add(edge);
            }
        }
        return new Graph(shown);
    }
}
