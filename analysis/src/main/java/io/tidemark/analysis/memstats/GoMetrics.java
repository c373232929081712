package io.tidemark.analysis.memstats;

import io.tidemark.analysis.signal.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Go's metrics as {@link MemStats}. The names of {@code runtime/metrics} are finer; which of them add up to which number is
 * what the runtime does itself.
 *
 * @see <a href="https://github.com/prometheus/client_golang/blob/main/prometheus/go_collector_latest.go">the collector</a>
 */
final class GoMetrics {
    private static final String CLASSES = "go_memory_classes_";
    private static final Map<MemStat, List<String>> SUMS = Map.ofEntries(
            Map.entry(MemStat.TOTAL_ALLOC, List.of("go_gc_heap_allocs_bytes_total")),
            Map.entry(MemStat.SYS, List.of(CLASSES + "total_bytes")),
            Map.entry(
                    MemStat.MALLOCS,
                    List.of("go_gc_heap_allocs_objects_total", "go_gc_heap_tiny_allocs_objects_total")),
            Map.entry(MemStat.FREES, List.of("go_gc_heap_frees_objects_total", "go_gc_heap_tiny_allocs_objects_total")),
            Map.entry(MemStat.HEAP_ALLOC, List.of(CLASSES + "heap_objects_bytes")),
            Map.entry(
                    MemStat.HEAP_SYS,
                    List.of(
                            CLASSES + "heap_objects_bytes",
                            CLASSES + "heap_unused_bytes",
                            CLASSES + "heap_released_bytes",
                            CLASSES + "heap_free_bytes")),
            Map.entry(MemStat.HEAP_IDLE, List.of(CLASSES + "heap_released_bytes", CLASSES + "heap_free_bytes")),
            Map.entry(MemStat.HEAP_INUSE, List.of(CLASSES + "heap_objects_bytes", CLASSES + "heap_unused_bytes")),
            Map.entry(MemStat.HEAP_RELEASED, List.of(CLASSES + "heap_released_bytes")),
            Map.entry(MemStat.HEAP_OBJECTS, List.of("go_gc_heap_objects_objects")),
            Map.entry(MemStat.STACK_INUSE, List.of(CLASSES + "heap_stacks_bytes")),
            Map.entry(MemStat.STACK_SYS, List.of(CLASSES + "heap_stacks_bytes", CLASSES + "os_stacks_bytes")),
            Map.entry(MemStat.MSPAN_INUSE, List.of(CLASSES + "metadata_mspan_inuse_bytes")),
            Map.entry(
                    MemStat.MSPAN_SYS,
                    List.of(CLASSES + "metadata_mspan_inuse_bytes", CLASSES + "metadata_mspan_free_bytes")),
            Map.entry(MemStat.MCACHE_INUSE, List.of(CLASSES + "metadata_mcache_inuse_bytes")),
            Map.entry(
                    MemStat.MCACHE_SYS,
                    List.of(CLASSES + "metadata_mcache_inuse_bytes", CLASSES + "metadata_mcache_free_bytes")),
            Map.entry(MemStat.BUCK_HASH_SYS, List.of(CLASSES + "profiling_buckets_bytes")),
            Map.entry(MemStat.GC_SYS, List.of(CLASSES + "metadata_other_bytes")),
            Map.entry(MemStat.OTHER_SYS, List.of(CLASSES + "other_bytes")),
            Map.entry(MemStat.NEXT_GC, List.of("go_gc_heap_goal_bytes")));

    private GoMetrics() {}

    /** The numbers of a page, from metrics without labels and from what was made of them. */
    static MemStats memStats(Map<String, Double> go, Map<Signal, Double> signals) {
        Map<MemStat, Long> values = new EnumMap<>(MemStat.class);
        SUMS.forEach((stat, names) -> sum(go, names).ifPresent(sum -> values.put(stat, sum)));
        go.forEach((name, value) -> MemStat.ofMetric(name).ifPresent(stat -> values.put(stat, value.longValue())));
        if (values.isEmpty()) {
            return MemStats.EMPTY;
        }
        Double collections = signals.get(Signal.COLLECTIONS);
        if (collections != null) {
            values.put(MemStat.NUM_GC, collections.longValue());
        }
        Double forced = signals.get(Signal.FORCED_COLLECTIONS);
        if (forced != null) {
            values.put(MemStat.NUM_FORCED_GC, forced.longValue());
        }
        Double gcCpu = signals.get(Signal.GC_CPU);
        return MemStats.of(values, List.of(), gcCpu == null ? OptionalDouble.empty() : OptionalDouble.of(gcCpu));
    }

    /** The sum of metrics that are all there. */
    private static Optional<Long> sum(Map<String, Double> go, List<String> names) {
        double sum = 0;
        for (String name : names) {
            Double value = go.get(name);
            if (value == null) {
                return Optional.empty();
            }
            sum += value;
        }
        return Optional.of((long) sum);
    }
}
