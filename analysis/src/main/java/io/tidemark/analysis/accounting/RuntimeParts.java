package io.tidemark.analysis.accounting;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.reading.LiveHeap;
import io.tidemark.analysis.signal.Signal;
import java.util.OptionalDouble;

/**
 * What Go's runtime holds, and what it holds it for. The parts add up to Sys - HeapReleased, exactly, since one reading has
 * all of them.
 */
final class RuntimeParts {
    private static final String SOURCE = "memstats";

    private final Moment moment;
    private final MemStats stats;
    private final Parts parts;

    RuntimeParts(Moment moment, Parts parts) {
        this.moment = moment;
        this.stats = moment.memStats();
        this.parts = parts;
    }

    /** Whether the numbers are all there. */
    static boolean isKnown(MemStats stats) {
        return stats.total().isPresent()
                && stats.runtime().isPresent()
                && stats.unreleased().isPresent()
                && stats.fragmentation().isPresent();
    }

    void add(int depth) {
        heap(depth);
        parts.addIf(depth, "room between objects, in spans in use", stats.fragmentation(), SOURCE);
        parts.addIf(depth, "freed, not yet returned to the system", stats.unreleased(), SOURCE);
        parts.add(depth, AccountingLine.STACKS, goroutines(), value(MemStat.STACK_INUSE), SOURCE);
        parts.addIf(depth, "the runtime itself", stats.runtime(), SOURCE);
        double spans = value(MemStat.MSPAN_SYS) + value(MemStat.MCACHE_SYS);
        double collector = value(MemStat.GC_SYS);
        double profiling = value(MemStat.BUCK_HASH_SYS);
        parts.add(depth + 1, "spans and caches", spans, SOURCE);
        parts.add(depth + 1, "collector", collector, SOURCE);
        parts.add(depth + 1, "tables of profiles", profiling, SOURCE);
        double others = stats.runtime().orElse(0) - spans - collector - profiling;
        parts.add(depth + 1, "threads and others", others, SOURCE);
    }

    private void heap(int depth) {
        double objects = value(MemStat.HEAP_ALLOC);
        OptionalDouble live = moment.signal(Signal.LIVE_HEAP);
        if (live.isEmpty()) {
            parts.add(depth, "heap in objects, alive or not yet collected", objects, SOURCE);
            return;
        }
        double alive = Math.min(live.getAsDouble(), objects);
        LiveHeap how = moment.readings().liveHeap();
        parts.add(depth, AccountingLine.LIVE_HEAP + " after the last collection", detail(how), alive, source(how));
        String goal = "goal " + Quantity.bytes(value(MemStat.NEXT_GC));
        parts.add(depth, "allocated since then, garbage or not", goal, objects - alive, SOURCE);
    }

    private static String detail(LiveHeap how) {
        return how == LiveHeap.PROFILE ? "estimated" : "";
    }

    private static String source(LiveHeap how) {
        return switch (how) {
            case FORCED, UNKNOWN -> SOURCE;
            case RUNTIME -> "/gc/heap/live:bytes";
            case GOAL -> "NextGC and GOGC";
            case PROFILE -> "heap profile";
        };
    }

    /** Such as {@code 34,012 x 4.9 KiB}. */
    private String goroutines() {
        OptionalDouble count = moment.signal(Signal.GOROUTINES);
        return count.isEmpty() || count.getAsDouble() < 1
                ? ""
                : Quantity.count(count.getAsDouble()) + " x "
                        + Quantity.bytes(value(MemStat.STACK_INUSE) / count.getAsDouble());
    }

    private double value(MemStat stat) {
        return stats.value(stat).orElse(0);
    }
}
