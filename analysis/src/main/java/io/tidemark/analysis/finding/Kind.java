package io.tidemark.analysis.finding;

/** What sort of thing was found. The labels are those of JSON and of signature files. */
public enum Kind {
    HEAP_GROWTH("heap-growth", "heap leak"),
    GOROUTINE_LEAK("goroutine-leak", "goroutine leak"),
    THREAD_LEAK("thread-leak", "thread leak"),
    CONNECTION_LEAK("connection-leak", "connection leak"),
    FD_LEAK("fd-leak", "leak of file descriptors"),
    OFF_HEAP_GROWTH("off-heap-growth", "growth outside the runtime"),
    CLASS_LEAK("class-leak", "class leak"),
    PAGE_CACHE("page-cache", "page cache"),
    GC_MISCONFIGURATION("gc-misconfiguration", "setting of the collector"),
    LIMIT_RISK("limit-risk", "limit at risk"),
    ALLOCATION_CHURN("allocation-churn", "allocation churn"),
    MEMORY_SPIKE("memory-spike", "memory spike"),
    RETAINED_AFTER_PEAK("retained-after-peak", "memory kept after a peak"),
    LOAD_DRIVEN("load-driven", "memory that follows load");

    private final String label;
    private final String words;

    Kind(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** Such as {@code goroutine-leak}. */
    public String label() {
        return label;
    }

    /** Such as {@code goroutine leak}. */
    public String words() {
        return words;
    }

    /** Whether it grows without end, and does not come back. */
    public boolean isLeak() {
        return switch (this) {
            case HEAP_GROWTH, GOROUTINE_LEAK, THREAD_LEAK, CONNECTION_LEAK, FD_LEAK, OFF_HEAP_GROWTH, CLASS_LEAK ->
                true;
            default -> false;
        };
    }

    /** Whether it explains a graph that frightens people, and needs no repair. */
    public boolean isHarmless() {
        return switch (this) {
            case PAGE_CACHE, RETAINED_AFTER_PEAK, LOAD_DRIVEN -> true;
            default -> false;
        };
    }

    /**
     * The kind with a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Kind of(String label) {
        for (Kind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of finding '" + label + "'");
    }
}
