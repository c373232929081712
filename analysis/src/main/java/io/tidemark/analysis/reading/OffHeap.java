package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The anonymous memory of a process that the Go runtime does not know of: from C, or mapped by itself.
 *
 * <p>It is RssAnon + VmSwap - LazyFree - (Sys - HeapReleased). What the runtime has got and never touched makes that too
 * small, by some megabytes that stay the same; the offset, the median of the first values, is taken off.
 *
 * @param offset the median of the first three values, or of as many as there are
 */
record OffHeap(OptionalDouble offset, Series series) {
    private static final int FIRST = 3;

    static OffHeap of(List<Timed<ProcessSnapshot>> processes, List<Timed<MemStats>> stats) {
        SeriesTable raw = new SeriesTable();
        for (Timed<ProcessSnapshot> process : processes) {
            Optional<MemStats> ofRound = Timed.ofRound(stats, process.round());
            OptionalLong total = ofRound.orElse(MemStats.EMPTY).total();
            OptionalLong anon = anonymous(process.value());
            if (total.isPresent() && anon.isPresent()) {
                raw.add(Signal.OFF_HEAP, process.second(), (double) (anon.getAsLong() - total.getAsLong()));
            }
        }
        Series all = raw.toSeries(Signal.OFF_HEAP);
        if (all.isEmpty()) {
            return new OffHeap(OptionalDouble.empty(), all);
        }
        double offset = all.slice(0, Math.min(FIRST, all.size())).median();
        double[] values = all.values();
        for (int i = 0; i < values.length; i++) {
            values[i] -= offset;
        }
        return new OffHeap(OptionalDouble.of(offset), Series.of(all.seconds(), values));
    }

    private static OptionalLong anonymous(ProcessSnapshot process) {
        Optional<ProcessStatus> status = process.status();
        if (status.isEmpty() || status.get().resident().anon().isEmpty()) {
            return OptionalLong.empty();
        }
        long lazy = process.rollup()
                .map(SmapsRollup::lazyFree)
                .orElse(OptionalLong.empty())
                .orElse(0);
        return OptionalLong.of(
                status.get().resident().anon().getAsLong() + status.get().swap().orElse(0) - lazy);
    }
}
