package io.tidemark.collect.observation;

import io.tidemark.model.observation.CaptureName;

/** What can be captured, in the order in which it is in a round: what moves by being asked comes last. */
public enum Item {
    /** The files of the control group of memory. */
    CGROUP("container", CaptureName.CGROUP),
    /** What is cheap to read in {@code /proc/PID}. */
    PROCESS("process", CaptureName.PROC),
    /** What makes the kernel walk through the pages. */
    PAGES("process", CaptureName.PROC_SMAPS_ROLLUP),
    /** The heap right after a collection that the target is asked for. */
    HEAP_COLLECTED("heap profile", CaptureName.HEAP),
    /** Exact counters. */
    COUNTERS("counters", CaptureName.VARS),
    /** The heap as of the last collection, if there was one since the last time. */
    HEAP("heap profile", CaptureName.HEAP),
    GOROUTINES("goroutines", CaptureName.GOROUTINES),
    /** Each goroutine for itself, unless there are too many. */
    GOROUTINE_DUMP("goroutine dump", CaptureName.GOROUTINE_DUMP),
    /** The runtime's own search for leaked goroutines, which is a collection. */
    GOROUTINE_LEAK("goroutine leaks", CaptureName.GOROUTINE_LEAK),
    ALLOCS("allocations", CaptureName.ALLOCS),
    THREADCREATE("threads", CaptureName.THREADCREATE),
    BLOCK("blocking", CaptureName.BLOCK),
    MUTEX("contention", CaptureName.MUTEX),
    /** The process's sockets and the processes around it: slow where a machine has many, and nothing adds up with them. */
    NEIGHBOURS("process", CaptureName.PROC);

    private final String label;
    private final String capture;

    Item(String label, String capture) {
        this.label = label;
        this.capture = capture;
    }

    /** What it is called while it is gathered, such as {@code heap profile}. */
    public String label() {
        return label;
    }

    /** The name of its capture, or what the names of its captures begin with. */
    String capture() {
        return capture;
    }
}
