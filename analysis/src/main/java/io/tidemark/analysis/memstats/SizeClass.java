package io.tidemark.analysis.memstats;

/**
 * The objects of a size class: exact numbers, where the heap profile has samples.
 *
 * @param size the most bytes of an object in it
 * @param mallocs how many were ever allocated
 * @param frees how many were freed
 */
public record SizeClass(long size, long mallocs, long frees) {
    /** How many there are, alive or not yet collected. */
    public long objects() {
        return mallocs - frees;
    }
}
