package io.tidemark.analysis.reading;

/** How it is known what was alive in the heap. */
public enum LiveHeap {
    /** {@code HeapAlloc} right after a collection that the observation asked for. */
    FORCED("exact, after collections that were asked for"),
    /** {@code /gc/heap/live:bytes}: what the runtime found alive in its last collection. */
    RUNTIME("exact, as the runtime counts it at each collection"),
    /**
     * From the goal of the next collection: live = (goal - stacks * g) / (1 + g) with g = GOGC / 100. It is exact but for
     * globals, unless GOMEMLIMIT lowers the goal or the heap is smaller than the least goal of 4 MiB * g.
     */
    GOAL("from the goal of the next collection"),
    /** The heap profile, which has one sample for 512 KiB. */
    PROFILE("estimated by the heap profile"),
    /** Not at all. */
    UNKNOWN("unknown");

    private final String words;

    LiveHeap(String words) {
        this.words = words;
    }

    /** Such as {@code from the goal of the next collection}. */
    public String words() {
        return words;
    }
}
