package io.tidemark.model.observation;

/** The names of captures. Those of {@code /proc} and of control groups are the names of the files there. */
public final class CaptureName {
    /** The heap profile of Go, as profile.proto. */
    public static final String HEAP = "debug/pprof/heap";

    /** The heap profile of Go as text, which ends with memstats; asked for where nothing else gives these. */
    public static final String HEAP_TEXT = "debug/pprof/heap-text";

    /** All allocations since the start, as profile.proto. */
    public static final String ALLOCS = "debug/pprof/allocs";

    /** All goroutines by stack, as profile.proto. */
    public static final String GOROUTINES = "debug/pprof/goroutine";

    /** All goroutines one by one with state, age and creator, as text. */
    public static final String GOROUTINE_DUMP = "debug/pprof/goroutine-dump";

    /** The goroutines that can never go on, from Go 1.26, as profile.proto. */
    public static final String GOROUTINE_LEAK = "debug/pprof/goroutineleak";

    /** The stacks that made threads, as profile.proto. */
    public static final String THREADCREATE = "debug/pprof/threadcreate";

    public static final String BLOCK = "debug/pprof/block";
    public static final String MUTEX = "debug/pprof/mutex";
    public static final String CPU = "debug/pprof/profile";

    /** The published variables, as JSON; {@code memstats} is one of them. */
    public static final String VARS = "debug/vars";

    /** The metrics in the text format of Prometheus or OpenMetrics. */
    public static final String METRICS = "metrics";

    /** What {@code /debug/pprof/cmdline} answers: arguments with a zero byte between them. */
    public static final String CMDLINE = "debug/pprof/cmdline";

    /** The prefix of the files in {@code /proc/PID}, such as {@code proc/status}. */
    public static final String PROC = "proc/";

    public static final String PROC_STATUS = PROC + "status";
    public static final String PROC_STAT = PROC + "stat";
    public static final String PROC_SMAPS_ROLLUP = PROC + "smaps_rollup";
    public static final String PROC_CGROUP = PROC + "cgroup";

    /** The variables of the environment that set the runtime, such as {@code GOGC=50}; no others. A line for each. */
    public static final String PROC_ENVIRON = PROC + "environ";

    /** A line for each descriptor: number, a tab, what the link says, such as {@code 7\tsocket:[1234]}. */
    public static final String PROC_FD = PROC + "fd";

    /** The sockets of the process, as lines of the file. */
    public static final String PROC_TCP = PROC + "net/tcp";

    public static final String PROC_TCP6 = PROC + "net/tcp6";

    /**
     * The other processes of the control group: a line for each, with pid, parent, state, RssAnon in kB and name, tabs
     * between them.
     */
    public static final String PROC_OTHERS = PROC + "others";

    /** What the process that made the observation is called in {@link #PROC_OTHERS}. */
    public static final String OBSERVER = "tidemark";

    /** What a comment in the profile of a pasted table says before all bytes, of which it may show a part. */
    public static final String TOTAL = "bytes in all: ";

    /** The prefix of the files of the control group of memory, such as {@code cgroup/memory.stat}; of version 1 or 2. */
    public static final String CGROUP = "cgroup/";

    private CaptureName() {}
}
