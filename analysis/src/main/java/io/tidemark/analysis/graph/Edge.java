package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A call from one node to another, with what was measured below it. */
public final class Edge {
    private static final Comparator<Edge> BY_WEIGHT = Edge::compare;

    private Node source;
    private final Node target;
    private final long weight;
    private final long divisor;
    private boolean residual;
    private boolean inline;

    Edge(Node source, Node target, long weight, long divisor, boolean residual, boolean inline) {
        this.source = source;
        this.target = target;
        this.weight = weight;
        this.divisor = divisor;
        this.residual = residual;
        this.inline = inline;
    }

    /** The caller. */
    public Node source() {
        return source;
    }

    /** The callee. */
    public Node target() {
        return target;
    }

    /** The sum of the values below the call. */
    public long weight() {
        return weight;
    }

    /** The value below the call, or the mean. */
    public long value() {
        return divisor == 0 ? weight : weight / divisor;
    }

    /** Whether it goes over nodes that are not shown. */
    public boolean isResidual() {
        return residual;
    }

    /** Whether the callee was inlined into the caller, everywhere. */
    public boolean isInline() {
        return inline;
    }

    /** Moves the caller's end over a node that is no longer shown. */
    void reconnect(Node newSource, boolean inlineToo) {
        source = newSource;
        residual = true;
        inline &= inlineToo;
    }

    void remove() {
        source.out.remove(this);
        target.in.remove(this);
    }

    /** The edges, heaviest first, then by the names of the callers and of the callees. */
    public static List<Edge> sorted(Collection<Edge> edges) {
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(BY_WEIGHT);
        return sorted;
    }

    private static int compare(Edge a, Edge b) {
        int byWeight = Long.compare(Math.abs(b.weight), Math.abs(a.weight));
        if (byWeight != 0) {
            return byWeight;
        }
        int bySource = Utf8.compare(a.source.name(), b.source.name());
        return bySource != 0 ? bySource : Utf8.compare(a.target.name(), b.target.name());
    }
}
