package io.tidemark.collect.jfr;

import io.tidemark.model.profile.ValueType;
import java.util.List;

/** What samples of one kind measure: the sample types, in the order in which a profile has them. */
enum Family {
    CPU_TIME("jdk.CPUTimeSample", new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds")),
    /** Less exact than {@link #CPU_TIME}, and not used beside it. */
    CPU("jdk.ExecutionSample", new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds")),
    NATIVE("jdk.NativeMethodSample", new ValueType("native", "nanoseconds")),
    WALL("profiler.WallClockSample", new ValueType("wall", "nanoseconds")),
    ALLOCATION(
            "jdk.ObjectAllocationInNewTLAB",
            new ValueType("alloc_objects", "count"),
            new ValueType("alloc_space", "bytes")),
    /** Less detailed than {@link #ALLOCATION}, and not used beside it. */
    ALLOCATION_SAMPLE("jdk.ObjectAllocationSample", new ValueType("alloc_space", "bytes")),
    LIVE("profiler.LiveObject", new ValueType("inuse_objects", "count"), new ValueType("inuse_space", "bytes")),
    OLD("jdk.OldObjectSample", new ValueType("old_objects", "count"), new ValueType("old_space", "bytes")),
    CONTENTION("jdk.JavaMonitorEnter", new ValueType("contentions", "count"), new ValueType("delay", "nanoseconds"));

    /** The families by how much they interest somebody who does not say what is wanted. */
    static final List<Family> BY_INTEREST =
            List.of(CPU_TIME, CPU, WALL, LIVE, ALLOCATION, ALLOCATION_SAMPLE, CONTENTION, OLD, NATIVE);

    private final String event;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of records of texts
    private final List<ValueType> types;

    Family(String event, ValueType... types) {
        this.event = event;
        this.types = List.of(types);
    }

    /** The event that must be enabled for samples of this family. */
    String event() {
        return event;
    }

    /** One or two sample types, the more telling one last. */
    List<ValueType> types() {
        return types;
    }
}
