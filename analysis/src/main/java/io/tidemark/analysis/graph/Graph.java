package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes in some order, with the edges between them. */
public final class Graph {
    private List<Node> nodes;

    Graph(List<Node> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The sum of the flat values, or means, of the nodes. */
    public long flatTotal() {
        return nodes.stream().mapToLong(Node::flat).sum();
    }

    /** Orders of nodes, each ending in the order of their names. */
    public enum Order {
        FLAT,
        CUM,
        /** Puts nodes first at which much comes together or parts, which makes better pictures. */
        ENTROPY
    }

    /** Sorts the nodes, largest first. */
    public void sort(Order order) {
        nodes = nodes.stream()
                .map(node -> Ranked.of(node, order))
                .sorted(Ranked::compare)
                .map(Ranked::node)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A node with what it is sorted by: a score, the name, and another value for nodes of the same name. */
    private record Ranked(Node node, long score, long second) {
        // Written out: Comparator's own combinators can't start from an archive of classes, and cost a short command 10
        // ms.
        static int compare(Ranked a, Ranked b) {
            int order = Long.compare(b.score, a.score);
            if (order == 0) {
                order = NodeInfo.ORDER.compare(a.node.info(), b.node.info());
            }
            return order != 0 ? order : Long.compare(b.second, a.second);
        }

        static Ranked of(Node node, Order order) {
            long flat = Math.abs(node.tally().flat());
            long cum = Math.abs(node.tally().cum());
            return switch (order) {
                case FLAT -> new Ranked(node, flat, cum);
                case CUM -> new Ranked(node, cum, flat);
                case ENTROPY -> new Ranked(node, Math.abs(Entropy.score(node)), flat);
            };
        }
    }

    /** Removes edges between the nodes that are lighter. Returns how many. */
    public int trimEdges(long cutoff) {
        Set<Edge> light = new HashSet<>();
        for (Node node : nodes) {
            for (Edge edge : node.in) {
                if (Math.abs(edge.weight()) < cutoff) {
                    light.add(edge);
                }
            }
        }
        for (Node node : nodes) {
            node.in.removeIf(light::contains);
            node.out.removeIf(light::contains); // not those to nodes that have nothing to show
        }
        return light.size();
    }

    /** Removes tags that are smaller. */
    public void trimTags(long cutoff) {
        for (Node node : nodes) {
            node.keepTags(cutoff);
        }
    }

    /** Removes residual edges to nodes that can be reached from the same node without them, lightest first. */
    public void removeRedundantEdges() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            List<Edge> in = nodes.get(i).in();
            for (int j = in.size() - 1; j >= 0 && in.get(j).isResidual(); j--) {
                if (isRedundant(in.get(j))) {
                    in.get(j).remove();
                }
            }
        }
    }

    private static boolean isRedundant(Edge edge) {
        Set<Node> seen = new HashSet<>(Set.of(edge.target()));
        Deque<Node> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            for (Edge in : queue.remove().in) {
                if (in.equals(edge) || seen.contains(in.source())) {
                    continue;
                }
                if (in.source().equals(edge.source())) {
                    return true;
                }
                seen.add(in.source());
                queue.add(in.source());
            }
        }
        return false;
    }

    /** Removes nodes of a tree; their callees are called by their callers, by residual edges. */
    public void trimTree(Set<Node> kept) {
        List<Node> remaining = new ArrayList<>(kept.size());
        for (Node node : nodes) {
            if (kept.contains(node)) {
                remaining.add(node);
            } else if (node.in.isEmpty()) {
                for (Edge out : node.out) {
                    out.target().in.remove(out);
                }
            } else {
                bypass(node);
            }
        }
        nodes = remaining;
        removeRedundantEdges();
    }

    private static void bypass(Node node) {
        Edge in = node.in.get(0);
        Node parent = in.source();
        parent.out.remove(in);
        for (Edge out : node.out) {
            out.reconnect(parent, in.isInline());
            parent.out.add(out);
        }
    }

    /** What a graph shall hold. */
    public static final class Builder {
        private final Profile profile;
        private final NodeTable table;
        private final SampleValue value;
        private final NodeSums sums;
        private final boolean dropNegative;

        /** Sums the nodes of a profile. */
        public Builder(Profile profile, NodeTable table, SampleValue value, boolean dropNegative) {
            this.profile = profile;
            this.table = table;
            this.value = value;
            this.dropNegative = dropNegative;
            this.sums = NodeSums.of(profile, table, value);
        }

        /** The sums of all nodes. */
        public NodeSums sums() {
            return sums;
        }

        /** The nodes that have anything to show. */
        public int[] shown() {
            return sums.shown(dropNegative);
        }

        /** The graph of some nodes without edges. */
        public Graph nodes(int[] kept) {
            List<Node> nodes = new ArrayList<>(kept.length);
            for (int number : kept) {
                nodes.add(node(number));
            }
            return new Graph(nodes);
        }

        private Node node(int number) {
            Node node = new Node(table.info(number));
            node.number = number;
            node.function = node.info().function();
            sums.copyTo(node.tally, number);
            return node;
        }

        /** The numbers of nodes of a graph that {@link #nodes} made. */
        public static int[] numbers(List<Node> nodes) {
            return nodes.stream().mapToInt(node -> node.number).toArray();
        }

        /**
         * Adds the edges to a graph that has none.
         *
         * @param complete whether nodes that have nothing to show are connected too, though they are not among the nodes
         *     of the graph; without them calls through them are residual edges
         * @param onlyInlined whether only calls matter to nodes that are inlined anywhere
         */
        public void connect(Graph graph, boolean complete, boolean onlyInlined) {
            List<Node> nodes = new ArrayList<>(graph.nodes);
            if (complete) {
                boolean[] present = new boolean[table.size()];
                nodes.forEach(node -> present[node.number] = true);
                for (int number = 0; number < present.length; number++) {
                    if (!present[number]) {
                        nodes.add(node(number));
                    }
                }
            }
            EdgeSums.of(profile, table, numbers(nodes), value, onlyInlined).connect(nodes);
        }

        /** Adds the tags to a graph that has none; the unit is that of labels named bytes. */
        public void tag(Graph graph, String unit, TagFormat format) {
            new TagSums(profile, table, numbers(graph.nodes), unit, format).tag(table, value, graph.nodes);
        }
    }
}
