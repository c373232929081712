package io.tidemark.analysis.snapshot;

import java.util.List;

/**
 * How many objects of each size were allocated and freed since the start: {@code BySize} of Go's {@code memstats}. The
 * numbers are exact.
 *
 * @param second since the observation began
 * @param classes the smallest first
 * @param collections how many collections had ended then; -1 when that is not known
 */
public record SizeClassSnapshot(double second, List<SizeClass> classes, long collections) {
    /**
     * One size.
     *
     * @param size in bytes, as the allocator rounds it up
     */
    public record SizeClass(long size, long mallocs, long frees) {
        public long live() {
            return mallocs - frees;
        }
    }

    public SizeClassSnapshot {
        classes = List.copyOf(classes);
    }
}
