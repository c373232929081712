package io.tidemark.analysis.memstats;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A number of Go's {@code runtime.MemStats}, with its name there and that of the metric. */
public enum MemStat {
    TOTAL_ALLOC("TotalAlloc", "go_memstats_alloc_bytes_total"),
    SYS("Sys", "go_memstats_sys_bytes"),
    MALLOCS("Mallocs", "go_memstats_mallocs_total"),
    FREES("Frees", "go_memstats_frees_total"),
    HEAP_ALLOC("HeapAlloc", "go_memstats_heap_alloc_bytes"),
    HEAP_SYS("HeapSys", "go_memstats_heap_sys_bytes"),
    HEAP_IDLE("HeapIdle", "go_memstats_heap_idle_bytes"),
    HEAP_INUSE("HeapInuse", "go_memstats_heap_inuse_bytes"),
    HEAP_RELEASED("HeapReleased", "go_memstats_heap_released_bytes"),
    HEAP_OBJECTS("HeapObjects", "go_memstats_heap_objects"),
    STACK_INUSE("StackInuse", "go_memstats_stack_inuse_bytes"),
    STACK_SYS("StackSys", "go_memstats_stack_sys_bytes"),
    MSPAN_INUSE("MSpanInuse", "go_memstats_mspan_inuse_bytes"),
    MSPAN_SYS("MSpanSys", "go_memstats_mspan_sys_bytes"),
    MCACHE_INUSE("MCacheInuse", "go_memstats_mcache_inuse_bytes"),
    MCACHE_SYS("MCacheSys", "go_memstats_mcache_sys_bytes"),
    BUCK_HASH_SYS("BuckHashSys", "go_memstats_buck_hash_sys_bytes"),
    GC_SYS("GCSys", "go_memstats_gc_sys_bytes"),
    OTHER_SYS("OtherSys", "go_memstats_other_sys_bytes"),
    NEXT_GC("NextGC", "go_memstats_next_gc_bytes"),
    PAUSE_TOTAL_NS("PauseTotalNs", ""),
    NUM_GC("NumGC", ""),
    NUM_FORCED_GC("NumForcedGC", "");

    private static final Map<String, MemStat> BY_FIELD = new HashMap<>();
    private static final Map<String, MemStat> BY_METRIC = new HashMap<>();

    static {
        for (MemStat stat : values()) {
            BY_FIELD.put(stat.field, stat);
            if (!stat.metric.isEmpty()) {
                BY_METRIC.put(stat.metric, stat);
            }
        }
    }

    private final String field;
    private final String metric;

    MemStat(String field, String metric) {
        this.field = field;
        this.metric = metric;
    }

    /** The name in {@code runtime.MemStats}, such as {@code HeapAlloc}. */
    public String field() {
        return field;
    }

    static Optional<MemStat> ofField(String name) {
        return Optional.ofNullable(BY_FIELD.get(name));
    }

    static Optional<MemStat> ofMetric(String name) {
        return Optional.ofNullable(BY_METRIC.get(name));
    }
}
