package io.tidemark.analysis.accounting;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import java.util.OptionalDouble;

/**
 * The memory of the process.
 *
 * <pre>
 * VmRSS   = RssAnon + RssFile + RssShmem
 * RssAnon = (Sys - HeapReleased) - never touched - swapped out + freed lazily + outside of the runtime
 * </pre>
 *
 * <p>What was never touched and what is outside of the runtime have one number, RssAnon - (Sys - HeapReleased). What it was
 * when the observation began is the one when it is negative; every change since then is the other.
 */
final class ProcessParts {
    private final Moment moment;
    private final Parts parts;

    ProcessParts(Moment moment, Parts parts) {
        this.moment = moment;
        this.parts = parts;
    }

    /** The parts of the resident memory. */
    void addResident(int depth, double rss) {
        int since = parts.size();
        OptionalDouble anon = moment.anon();
        if (anon.isEmpty()) {
            if (RuntimeParts.isKnown(moment.memStats())) {
                double runtime = moment.memStats().total().orElse(0);
                parts.add(depth, "Go's runtime", runtime, "memstats");
                new RuntimeParts(moment, parts).add(depth + 1);
                String rest = "the program and files, and memory outside of the runtime";
                parts.add(depth, rest, rss - runtime, "by difference");
            }
            return;
        }
        parts.add(depth, "anonymous memory of the process", anon.getAsDouble(), "RssAnon");
        addAnonymous(depth + 1, anon.getAsDouble());
        ProcessStatus.Resident resident =
                moment.status().map(ProcessStatus::resident).orElse(ProcessStatus.Resident.NONE);
        parts.addIf(depth, "mapped files: the program and its libraries", resident.file(), "RssFile");
        parts.addIf(depth, "shared memory", resident.shmem(), "RssShmem");
        parts.addUnexplained(depth, rss, since);
    }

    /** The parts of the resident memory where what is shared is divided. */
    void addProportional(int depth, double pss) {
        OptionalDouble anon = moment.anon();
        if (anon.isPresent()) {
            parts.add(depth, "anonymous memory of the process", anon.getAsDouble(), "RssAnon");
            addAnonymous(depth + 1, anon.getAsDouble());
            parts.add(depth, "its share of mapped files and shared memory", pss - anon.getAsDouble(), "by difference");
        }
    }

    /** The parts of the anonymous memory, as far as the runtime tells them. */
    void addAnonymous(int depth, double anon) {
        MemStats stats = moment.memStats();
        if (!RuntimeParts.isKnown(stats)) {
            return;
        }
        new RuntimeParts(moment, parts).add(depth);
        double swapped =
                moment.status().map(ProcessStatus::swap).flatMap(Parts::boxed).orElse(0L);
        double lazy =
                moment.rollup().map(SmapsRollup::lazyFree).flatMap(Parts::boxed).orElse(0L);
        if (swapped > 0) {
            parts.add(depth, "swapped out", -swapped, "VmSwap");
        }
        if (lazy > 0) {
            parts.add(depth, "freed, which the system may take", lazy, "LazyFree");
        }
        double beyond = anon + swapped - lazy - stats.total().orElse(0);
        double untouched =
                Math.min(0, Math.min(beyond, moment.readings().offHeapOffset().orElse(beyond)));
        parts.add(depth, "reserved and never touched", untouched, "by difference");
        parts.add(depth, AccountingLine.OUTSIDE + ": C, memory maps", beyond - untouched, "by difference");
    }

    /** What the runtime got from the system, when nobody else says anything. */
    void addSys(int depth, double sys) {
        int since = parts.size();
        if (RuntimeParts.isKnown(moment.memStats())) {
            new RuntimeParts(moment, parts).add(depth);
            parts.addIf(depth, "returned to the system", moment.memStats().value(MemStat.HEAP_RELEASED), "memstats");
            parts.addUnexplained(depth, sys, since);
        }
    }
}
