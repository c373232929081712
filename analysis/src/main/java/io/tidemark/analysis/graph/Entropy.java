package io.tidemark.analysis.graph;

import java.util.List;

/**
 * How much a node tells in a picture. A node that does nothing but pass on what comes in scores low; one where paths meet
 * or part scores high, by the entropy of the weights of its edges.
 */
final class Entropy {
    private Entropy() {}

    static long score(Node node) {
        double score = node.in.isEmpty() ? 1 : of(node.in, 0);
        score += node.out.isEmpty() ? 1 : of(node.out, node.tally().flat());
        double weighted = score * node.tally().cum();
        // In a comparison an edge may weigh nothing, and its entropy is no number; pprof sorts such nodes last.
        return (Double.isNaN(weighted) ? Long.MIN_VALUE : (long) weighted)
                + node.tally().flat();
    }

    private static double of(List<Edge> edges, long self) {
        long total = self;
        for (Edge edge : edges) {
            total += Math.max(0, edge.weight());
        }
        if (total == 0) {
            return 0;
        }
        double entropy = 0;
        for (Edge edge : edges) {
            entropy += of(Math.abs(edge.weight()), total);
        }
        return self > 0 ? entropy + of(self, total) : entropy;
    }

    private static double of(long part, long total) {
        double share = (double) part / total;
        return -share * (Math.log(share) / Math.log(2));
    }
}
