package io.tidemark.analysis.graph;

/** Names the values of numeric labels, such as {@code 1kB}. */
@FunctionalInterface
public interface TagFormat {
    /** The name of a value in a unit. */
    String name(long value, String unit);
}
