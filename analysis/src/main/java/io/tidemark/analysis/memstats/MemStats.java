package io.tidemark.analysis.memstats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The numbers of one {@code runtime.MemStats}. Old versions of Go, and metrics, lack some.
 *
 * <pre>
 * Sys       = HeapSys + StackSys + MSpanSys + MCacheSys + BuckHashSys + GCSys + OtherSys
 * HeapSys   = HeapInuse + HeapIdle
 * HeapIdle  = HeapReleased + what can be given back
 * HeapInuse = live heap + garbage + room between objects
 * </pre>
 */
public final class MemStats {
    /** Nothing is known. */
    public static final MemStats EMPTY = new MemStats(Map.of(), List.of(), OptionalDouble.empty());

    private final Map<MemStat, Long> values;
    private final List<SizeClass> sizes;
    private final OptionalDouble gcCpu;

    private MemStats(Map<MemStat, Long> values, List<SizeClass> sizes, OptionalDouble gcCpu) {
        this.values = values;
        this.sizes = sizes;
        this.gcCpu = gcCpu;
    }

    /**
     * Numbers as they were read.
     *
     * @param gcCpu the share of the processor time that collections took since the start
     */
    public static MemStats of(Map<MemStat, Long> values, List<SizeClass> sizes, OptionalDouble gcCpu) {
        Map<MemStat, Long> copy = new EnumMap<>(MemStat.class);
        copy.putAll(values);
        return new MemStats(copy, List.copyOf(sizes), gcCpu);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public OptionalLong value(MemStat stat) {
        Long value = values.get(stat);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The size classes, the smallest first; only {@code /debug/vars} has them. */
    public List<SizeClass> sizes() {
        return sizes;
    }

    public OptionalDouble gcCpu() {
        return gcCpu;
    }

    /** What the runtime holds: all it got less what it gave back. GOMEMLIMIT bounds this number. */
    public OptionalLong total() {
        return minus(MemStat.SYS, MemStat.HEAP_RELEASED);
    }

    /** Idle heap that was not given back. */
    public OptionalLong unreleased() {
        return minus(MemStat.HEAP_IDLE, MemStat.HEAP_RELEASED);
    }

    /** Room between the objects in the spans in use. */
    public OptionalLong fragmentation() {
        return minus(MemStat.HEAP_INUSE, MemStat.HEAP_ALLOC);
    }

    /** What the runtime needs itself: everything but the heap and the stacks of goroutines. */
    public OptionalLong runtime() {
        OptionalLong sys = minus(MemStat.SYS, MemStat.HEAP_SYS);
        OptionalLong stacks = value(MemStat.STACK_INUSE);
        return sys.isPresent() && stacks.isPresent()
                ? OptionalLong.of(sys.getAsLong() - stacks.getAsLong())
                : OptionalLong.empty();
    }

    /** One number less another, when both are there. */
    public OptionalLong minus(MemStat stat, MemStat other) {
        Long a = values.get(stat);
        Long b = values.get(other);
        return a == null || b == null ? OptionalLong.empty() : OptionalLong.of(a - b);
    }
}
