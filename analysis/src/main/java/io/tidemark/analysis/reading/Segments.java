package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where another process began to answer: it started at another time, or counters that only grow have fallen. Numbers from
 * before and after have nothing to do with each other.
 */
final class Segments {
    /** The start in metrics is made of two clocks, and jitters. */
    private static final double JITTER_SECONDS = 2;

    private static final List<MemStat> COUNTERS =
            List.of(MemStat.TOTAL_ALLOC, MemStat.MALLOCS, MemStat.FREES, MemStat.NUM_GC, MemStat.PAUSE_TOTAL_NS);

    /** The rounds that begin a segment, and when they were. */
    private final TreeMap<Integer, Double> starts = new TreeMap<>();

    private Segments() {}

    static Segments of(Decoded decoded) {
        Segments segments = new Segments();
        segments.counters(decoded.memStats());
        double known = Double.NaN;
        for (Timed<ProcessSnapshot> process : decoded.processes) {
            if (process.value().stat().isPresent()) {
                double start = process.value().stat().get().startSeconds();
                segments.startTime(process, known, start, 0);
                known = start;
            }
        }
        known = Double.NaN;
        for (var page : decoded.metrics) {
            Map<Signal, Double> signals = page.value().signals();
            double start = signals.getOrDefault(Signal.START_TIME, Double.NaN);
            segments.startTime(page, known, start, JITTER_SECONDS);
            known = Double.isNaN(start) ? known : start;
        }
        return segments;
    }

    private void startTime(Timed<?> timed, double known, double start, double jitter) {
        if (Math.abs(start - known) > jitter) { // false for NaN
            starts.putIfAbsent(timed.round(), timed.second());
        }
    }

    private void counters(List<Timed<MemStats>> all) {
        for (int i = 1; i < all.size(); i++) {
            MemStats before = all.get(i - 1).value();
            MemStats now = all.get(i).value();
            for (MemStat counter : COUNTERS) {
                boolean isBoth =
                        before.value(counter).isPresent() && now.value(counter).isPresent();
                if (isBoth
                        && now.value(counter).getAsLong()
                                < before.value(counter).getAsLong()) {
                    starts.putIfAbsent(all.get(i).round(), all.get(i).second());
                }
            }
        }
    }

    /** The first round of the last segment. */
    int lastRound() {
        return starts.isEmpty() ? 0 : starts.lastKey();
    }

    /** What happened, for the user; empty when nothing did. */
    String sentence() {
        if (starts.isEmpty()) {
            return "";
        }
        long second = Math.round(starts.lastEntry().getValue());
        if (starts.size() > 2) {
            return "Different processes answered, " + starts.size()
                    + " times another one than before: several instances"
                    + " may share the address. Only what came after " + second + " s counts.";
        }
        return "The program was restarted " + second
                + " s into the observation, or another instance answered; only what" + " came after that counts.";
    }
}
