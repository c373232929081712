package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Profile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The signals of Go's runtime.
 *
 * <table>
 * <caption>from MemStats, by the names of its fields</caption>
 * <tr><td>{@code go.heap.alloc, .inuse, .idle, .released, .objects}<td>HeapAlloc, HeapInuse, ...
 * <tr><td>{@code go.heap.unreleased}<td>HeapIdle - HeapReleased
 * <tr><td>{@code go.heap.fragmentation}<td>HeapInuse - HeapAlloc
 * <tr><td>{@code go.heap.goal}<td>NextGC
 * <tr><td>{@code go.stacks}<td>StackInuse
 * <tr><td>{@code go.runtime}<td>Sys - HeapSys - StackInuse
 * <tr><td>{@code go.runtime.profiling}<td>BuckHashSys
 * <tr><td>{@code go.sys}, {@code go.total}<td>Sys, Sys - HeapReleased
 * <tr><td>{@code go.allocated, .mallocs, .frees}<td>TotalAlloc, Mallocs, Frees
 * <tr><td>{@code go.gc.count, .forced, .cpu-share, .pause-seconds}<td>NumGC, NumForcedGC, GCCPUFraction, PauseTotalNs
 * </table>
 *
 * <p>The first five, {@code go.heap...} but for the goal, are of the times right after a forced collection when there are
 * two such times. Goroutines and threads are the sums of their profiles, or the metrics {@code go_goroutines} and {@code
 * go_threads}; leaked ones are the sum of the last profile of the kind {@code goroutineleak}. The settings are
 * metrics, or in the environment of the process; the rest are metrics.
 */
final class GoSignals {
    private GoSignals() {}

    /** {@code libc.so.6}, {@code /lib/ld-musl-x86_64.so.1} */
    private static final Pattern LIBRARY = Pattern.compile("\\.so(\\.|$)|\\.dylib$");

    static SeriesTable ofProfiles(Decoded decoded) {
        SeriesTable table = new SeriesTable();
        counts(table, Signal.GOROUTINES, decoded.profiles(CaptureName.GOROUTINES));
        counts(table, Signal.LEAKED_GOROUTINES, decoded.profiles(CaptureName.GOROUTINE_LEAK));
        counts(table, Signal.OS_THREADS, decoded.profiles(CaptureName.THREADCREATE));
        for (Timed<Profile> heap : decoded.profiles(CaptureName.HEAP)) {
            long libraries = heap.value().mappings().stream()
                    .filter(mapping -> LIBRARY.matcher(mapping.file()).find())
                    .count();
            table.add(Signal.C_LIBRARIES, heap.second(), (double) libraries);
        }
        return table;
    }

    private static void counts(SeriesTable table, Signal signal, List<Timed<Profile>> profiles) {
        for (Timed<Profile> profile : profiles) {
            long[] sums = profile.value().sums();
            if (sums.length > 0) {
                table.add(signal, profile.second(), (double) sums[0]);
            }
        }
    }

    static SeriesTable ofMetrics(Decoded decoded) {
        SeriesTable table = new SeriesTable();
        decoded.metrics.forEach(page -> page.value().signals().forEach((signal, value) -> {
            if (signal != Signal.LIVE_HEAP) { // which LiveHeapSeries decides on
                table.add(signal, page.second(), value.doubleValue());
            }
        }));
        return table;
    }

    static SeriesTable ofSettings(Decoded decoded) {
        SeriesTable table = new SeriesTable();
        for (Timed<Settings> settings : decoded.settings) {
            table.add(Signal.GOGC, settings.second(), settings.value().gogc());
            table.add(Signal.GOMEMLIMIT, settings.second(), settings.value().memoryLimit());
        }
        return table;
    }

    /** Requests, when the program publishes a variable that looks like their number. */
    static SeriesTable ofVariables(Decoded decoded) {
        SeriesTable table = new SeriesTable();
        decoded.vars.forEach(page -> {
            Double requests = page.value().numbers().get("requests");
            if (requests != null) {
                table.add(Signal.REQUESTS, page.second(), requests.doubleValue());
            }
        });
        return table;
    }

    static SeriesTable ofMemStats(List<Timed<MemStats>> all) {
        SeriesTable table = new SeriesTable();
        for (Timed<MemStats> stats : afterCollections(all)) {
            heap(table, stats.second(), stats.value());
        }
        for (Timed<MemStats> stats : all) {
            runtime(table, stats.second(), stats.value());
            counters(table, stats.second(), stats.value());
        }
        return table;
    }

    /** Those right after a forced collection when there are at least two; otherwise all. */
    static List<Timed<MemStats>> afterCollections(List<Timed<MemStats>> all) {
        List<Timed<MemStats>> collected =
                all.stream().filter(Timed::isCollected).toList();
        return collected.size() >= 2 ? collected : all;
    }

    private static void heap(SeriesTable table, double second, MemStats stats) {
        table.add(Signal.HEAP_ALLOC, second, stats.value(MemStat.HEAP_ALLOC));
        table.add(Signal.HEAP_INUSE, second, stats.value(MemStat.HEAP_INUSE));
        table.add(Signal.HEAP_IDLE, second, stats.value(MemStat.HEAP_IDLE));
        table.add(Signal.HEAP_RELEASED, second, stats.value(MemStat.HEAP_RELEASED));
        table.add(Signal.HEAP_OBJECTS, second, stats.value(MemStat.HEAP_OBJECTS));
        table.add(Signal.HEAP_UNRELEASED, second, stats.unreleased());
        table.add(Signal.HEAP_FRAGMENTATION, second, stats.fragmentation());
    }

    private static void runtime(SeriesTable table, double second, MemStats stats) {
        table.add(Signal.HEAP_GOAL, second, stats.value(MemStat.NEXT_GC));
        table.add(Signal.STACKS, second, stats.value(MemStat.STACK_INUSE));
        table.add(Signal.RUNTIME, second, stats.runtime());
        table.add(Signal.PROFILING, second, stats.value(MemStat.BUCK_HASH_SYS));
        table.add(Signal.SYS, second, stats.value(MemStat.SYS));
        table.add(Signal.RUNTIME_TOTAL, second, stats.total());
    }

    private static void counters(SeriesTable table, double second, MemStats stats) {
        table.add(Signal.ALLOCATED, second, stats.value(MemStat.TOTAL_ALLOC));
        table.add(Signal.MALLOCS, second, stats.value(MemStat.MALLOCS));
        table.add(Signal.FREES, second, stats.value(MemStat.FREES));
        table.add(Signal.COLLECTIONS, second, stats.value(MemStat.NUM_GC));
        table.add(Signal.FORCED_COLLECTIONS, second, stats.value(MemStat.NUM_FORCED_GC));
        table.add(Signal.GC_CPU, second, stats.gcCpu());
        stats.value(MemStat.PAUSE_TOTAL_NS).ifPresent(nanos -> table.add(Signal.GC_PAUSES, second, nanos / 1e9));
    }
}
