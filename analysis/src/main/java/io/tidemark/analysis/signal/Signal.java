package io.tidemark.analysis.signal;

/**
 * A number that is followed over time. The names are what signature files and JSON use.
 *
 * <p>Those of Go's heap are of the time right after a collection when the observation has such values: what is used in
 * between says how long ago the last collection was, and little else.
 */
public enum Signal {
    // Go: from memstats in /debug/vars, /metrics, or the text form of the heap profile
    LIVE_HEAP("go.heap.live", Unit.BYTES, "heap that was alive after the last collection"),
    HEAP_ALLOC("go.heap.alloc", Unit.BYTES, "heap in objects, alive or not yet collected"),
    HEAP_INUSE("go.heap.inuse", Unit.BYTES, "heap in spans that have objects"),
    HEAP_IDLE("go.heap.idle", Unit.BYTES, "heap in spans without objects"),
    HEAP_RELEASED("go.heap.released", Unit.BYTES, "heap that was given back to the system"),
    HEAP_UNRELEASED("go.heap.unreleased", Unit.BYTES, "idle heap that was not given back"),
    HEAP_FRAGMENTATION("go.heap.fragmentation", Unit.BYTES, "room in spans between objects"),
    HEAP_OBJECTS("go.heap.objects", Unit.COUNT, "objects in the heap"),
    HEAP_GOAL("go.heap.goal", Unit.BYTES, "size of the heap at which the next collection ends"),
    GOAL_RATIO("go.heap.goal-ratio", Unit.RATIO, "goal of the next collection over live heap"),
    STACKS("go.stacks", Unit.BYTES, "stacks of goroutines"),
    STACK_PER_GOROUTINE("go.stacks.per-goroutine", Unit.BYTES, "stack of a goroutine, on average"),
    RUNTIME("go.runtime", Unit.BYTES, "what the runtime needs itself: spans, caches, profiling, collector"),
    PROFILING("go.runtime.profiling", Unit.BYTES, "tables of the runtime's own profiles"),
    SYS("go.sys", Unit.BYTES, "address space that the runtime got from the system"),
    RUNTIME_TOTAL("go.total", Unit.BYTES, "memory of the runtime: what it got less what it gave back"),
    GOROUTINES("go.goroutines", Unit.COUNT, "goroutines"),
    LEAKED_GOROUTINES("go.goroutines.leaked", Unit.COUNT, "goroutines that the runtime proved to wait for ever"),
    OS_THREADS("go.threads.created", Unit.COUNT, "threads that the runtime created"),
    ALLOCATED("go.allocated", Unit.BYTES, "bytes allocated since the start"),
    MALLOCS("go.mallocs", Unit.COUNT, "objects allocated since the start"),
    FREES("go.frees", Unit.COUNT, "objects freed since the start"),
    COLLECTIONS("go.gc.count", Unit.COUNT, "collections since the start"),
    FORCED_COLLECTIONS("go.gc.forced", Unit.COUNT, "collections that the program, or an observer, asked for"),
    GC_CPU("go.gc.cpu-share", Unit.RATIO, "share of the processor time that collections took, over the whole life"),
    GC_PAUSES("go.gc.pause-seconds", Unit.SECONDS, "time that collections stopped the program, since the start"),
    GOGC("go.gogc", Unit.PERCENT, "the setting GOGC; -1 when it is off"),
    GOMEMLIMIT("go.gomemlimit", Unit.BYTES, "the setting GOMEMLIMIT; absent when there is none"),
    GC_LIMITER("go.gc.limiter-last-enabled", Unit.COUNT, "the collection in which the limiter of its CPU last was on"),
    FINALIZER_QUEUE("go.finalizers.queued", Unit.COUNT, "finalizers and cleanups queued and not yet run"),
    C_LIBRARIES("process.c-libraries", Unit.COUNT, "libraries of C that are loaded"),
    CGO_CALLS("go.cgo-calls", Unit.COUNT, "calls from Go to C since the start"),

    // the process: from /proc/PID
    RSS("process.rss", Unit.BYTES, "resident memory"),
    RSS_ANON("process.rss-anon", Unit.BYTES, "resident anonymous memory"),
    RSS_FILE("process.rss-file", Unit.BYTES, "resident pages of mapped files"),
    RSS_SHMEM("process.rss-shmem", Unit.BYTES, "resident shared memory"),
    PSS("process.pss", Unit.BYTES, "resident memory, what is shared divided among those who share it"),
    HUGE_PAGES("process.huge-pages", Unit.BYTES, "anonymous memory in huge pages"),
    LAZY_FREE("process.lazy-free", Unit.BYTES, "memory that was freed and that the system may take"),
    SWAP("process.swap", Unit.BYTES, "memory that was swapped out"),
    PAGE_TABLES("process.page-tables", Unit.BYTES, "page tables"),
    OFF_HEAP("process.off-heap", Unit.BYTES, "anonymous memory beyond the language runtime, less its offset at start"),
    THREADS("process.threads", Unit.COUNT, "threads"),
    CPU_SECONDS("process.cpu-seconds", Unit.SECONDS, "processor time since the start"),
    START_TIME("process.start", Unit.SECONDS, "when the process started; it changes when there is another one"),
    FDS("process.fds", Unit.COUNT, "open descriptors"),
    SOCKET_FDS("process.fds.sockets", Unit.COUNT, "descriptors that are sockets"),
    FILE_FDS("process.fds.files", Unit.COUNT, "descriptors that are files"),
    PIPE_FDS("process.fds.pipes", Unit.COUNT, "descriptors that are pipes"),
    INOTIFY_FDS("process.fds.inotify", Unit.COUNT, "descriptors that watch files"),
    OTHER_FDS("process.fds.others", Unit.COUNT, "descriptors of other kinds, such as eventfd"),
    DELETED_FDS("process.fds.deleted", Unit.COUNT, "descriptors of files that were deleted"),
    CONNECTIONS("process.connections", Unit.COUNT, "established TCP connections of the process"),
    INBOUND("process.connections.inbound", Unit.COUNT, "those of them on a port that the process listens on"),
    CLOSE_WAIT(
            "process.connections.close-wait", Unit.COUNT, "connections that the peer has closed, and the process not"),
    CHILDREN("process.children", Unit.COUNT, "child processes"),
    ZOMBIES("process.zombies", Unit.COUNT, "child processes that have ended and were not waited for"),

    // the container: from its control group of memory, version 1 or 2
    USAGE("container.usage", Unit.BYTES, "all memory charged to the container"),
    WORKING_SET("container.working-set", Unit.BYTES, "usage less inactive file pages, as Kubernetes shows it"),
    ANON("container.anon", Unit.BYTES, "anonymous memory of all processes"),
    FILE("container.file", Unit.BYTES, "page cache, with shared memory"),
    ACTIVE_FILE("container.active-file", Unit.BYTES, "page cache that was used more than once"),
    INACTIVE_FILE("container.inactive-file", Unit.BYTES, "page cache that was used once"),
    MAPPED_FILE("container.mapped-file", Unit.BYTES, "page cache that processes have mapped"),
    SHMEM("container.shmem", Unit.BYTES, "tmpfs and shared memory, which can't be reclaimed"),
    SLAB_RECLAIMABLE("container.slab-reclaimable", Unit.BYTES, "kernel objects that can be dropped: dentries, inodes"),
    SLAB_UNRECLAIMABLE("container.slab-unreclaimable", Unit.BYTES, "kernel objects that can't be dropped"),
    KERNEL_STACKS("container.kernel-stacks", Unit.BYTES, "kernel stacks of threads"),
    CONTAINER_PAGE_TABLES("container.page-tables", Unit.BYTES, "page tables of all processes"),
    SOCK("container.sock", Unit.BYTES, "buffers of sockets"),
    KERNEL("container.kernel", Unit.BYTES, "all kernel memory, sockets excluded"),
    LIMIT("container.limit", Unit.BYTES, "the limit; absent when there is none"),
    LIMIT_HITS("container.limit-hits", Unit.COUNT, "how often the limit was hit"),
    OOM_KILLS("container.oom-kills", Unit.COUNT, "processes killed for lack of memory"),
    PRESSURE(
            "container.pressure", Unit.PERCENT, "share of time in which some task waited for memory, over ten seconds"),
    REFAULTS("container.refaults", Unit.COUNT, "pages of files that were read again soon after they were dropped"),
    OTHER_PROCESSES("container.other-processes", Unit.BYTES, "anonymous memory of the container's other processes"),

    // load, as far as it can be told from outside
    REQUESTS("load.requests", Unit.COUNT, "requests since the start, from the metrics of the target"),
    IN_FLIGHT("load.in-flight", Unit.COUNT, "requests being served, from the metrics of the target"),
    SERIES("load.series", Unit.COUNT, "time series on the target's own metrics page");

    /** What the values are counted in. */
    public enum Unit {
        BYTES,
        COUNT,
        PERCENT,
        RATIO,
        SECONDS
    }

    private final String label;
    private final Unit unit;
    private final String meaning;

    Signal(String label, Unit unit, String meaning) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Such as {@code go.heap.live}. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What it is, to go on after "the". */
    public String meaning() {
        return meaning;
    }

    /**
     * The signal with a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Signal of(String label) {
        for (Signal signal : values()) {
            if (signal.label.equals(label)) {
                return signal;
            }
        }
        throw new IllegalArgumentException("no signal '" + label + "'");
    }
}
