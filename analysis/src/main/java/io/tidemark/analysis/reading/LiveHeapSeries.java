package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.profile.Profile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was alive in the heap, by the best of the ways in {@link LiveHeap}: the first that gives five values, else the first
 * that gives any.
 *
 * @param how which way it was
 * @param goal the goal of the next collection over what was alive, where both are known
 */
record LiveHeapSeries(LiveHeap how, Series series, Series goal) {
    private static final int ENOUGH = 5;
    private static final double DEFAULT_GOGC = 100;
    private static final double SAMPLED = 512 << 10; // bytes for each sample of the heap profile
    private static final double LEAST_GOAL = 4 << 20; // at GOGC=100

    static LiveHeapSeries of(Decoded decoded, List<Timed<MemStats>> stats, boolean isStackPaced) {
        double growth = growth(decoded, stats, isStackPaced);
        List<Points> ways =
                List.of(forced(stats), runtime(decoded), goals(stats, growth, isStackPaced), profiles(decoded));
        for (int least : new int[] {ENOUGH, 1}) {
            for (Points way : ways) {
                if (way.size >= least && (way.how != LiveHeap.PROFILE || least < ENOUGH)) {
                    return new LiveHeapSeries(
                            way.how, way.table.toSeries(Signal.LIVE_HEAP), way.table.toSeries(Signal.GOAL_RATIO));
                }
            }
        }
        return new LiveHeapSeries(LiveHeap.UNKNOWN, Series.EMPTY, Series.EMPTY);
    }

    private static Points forced(List<Timed<MemStats>> stats) {
        Points points = new Points(LiveHeap.FORCED);
        for (Timed<MemStats> timed : stats) {
            OptionalLong live = timed.value().value(MemStat.HEAP_ALLOC);
            if (timed.isCollected() && live.isPresent()) {
                points.add(timed, (double) live.getAsLong(), OptionalLong.empty());
            }
        }
        return points;
    }

    private static Points runtime(Decoded decoded) {
        Points points = new Points(LiveHeap.RUNTIME);
        for (var page : decoded.metrics) {
            Double live = page.value().signals().get(Signal.LIVE_HEAP);
            if (live != null) {
                points.add(
                        page.with(page.value().memStats()),
                        live,
                        page.value().memStats().value(MemStat.NUM_GC));
            }
        }
        return points;
    }

    private static Points profiles(Decoded decoded) {
        Points points = new Points(LiveHeap.PROFILE);
        for (Timed<Profile> heap : decoded.heaps()) {
            OptionalDouble live = Decoded.inUse(heap.value());
            if (live.isPresent()) {
                points.add(heap.with(MemStats.EMPTY), live.getAsDouble(), OptionalLong.empty());
            }
        }
        return points;
    }

    private static Points goals(List<Timed<MemStats>> all, double growth, boolean isStackPaced) {
        Points points = new Points(LiveHeap.GOAL);
        for (Timed<MemStats> timed : all) {
            MemStats stats = timed.value();
            double goal = stats.value(MemStat.NEXT_GC).orElse(0);
            OptionalLong collections = stats.value(MemStat.NUM_GC);
            if (growth > 0 && goal > LEAST_GOAL * growth && collections.orElse(0) > 0) {
                double stacks = isStackPaced ? stats.value(MemStat.STACK_INUSE).orElse(0) : 0;
                points.add(timed, Math.max(0, (goal - stacks * growth) / (1 + growth)), collections);
            }
        }
        return points;
    }

    /**
     * GOGC / 100: the setting if a metric has it, else what relates goal and live heap after a forced collection, else
     * what the environment says, else 1; 0 when it is off, or when that would contradict the heap profile.
     */
    private static double growth(Decoded decoded, List<Timed<MemStats>> all, boolean isStackPaced) {
        for (var page : decoded.metrics) {
            Double percent = page.value().signals().get(Signal.GOGC);
            if (percent != null) {
                return Math.max(0, percent / 100);
            }
        }
        for (Timed<MemStats> timed : all) {
            MemStats stats = timed.value();
            double live = stats.value(MemStat.HEAP_ALLOC).orElse(0);
            double goal = stats.value(MemStat.NEXT_GC).orElse(0);
            if (timed.isCollected() && goal > live && live > LEAST_GOAL) {
                double stacks = isStackPaced ? stats.value(MemStat.STACK_INUSE).orElse(0) : 0;
                return (goal - live) / (live + stacks);
            }
        }
        if (!decoded.settings.isEmpty()) {
            return Math.max(0, decoded.settings.get(0).value().gogc().orElse(DEFAULT_GOGC) / 100);
        }
        List<Timed<Profile>> heaps = decoded.heaps();
        OptionalDouble profiled = heaps.isEmpty()
                ? OptionalDouble.empty()
                : Decoded.inUse(heaps.get(heaps.size() - 1).value());
        if (profiled.isPresent() && profiled.getAsDouble() > 0 && !all.isEmpty()) {
            double goal = all.get(all.size() - 1).value().value(MemStat.NEXT_GC).orElse(0);
            double ratio = goal / profiled.getAsDouble();
            double noise = Math.sqrt(SAMPLED / profiled.getAsDouble());
            return ratio > 1.2 && ratio < 2.5 * (1 + 2 * noise) ? 1 : 0;
        }
        return 1;
    }

    /** The values of one way, one for each collection where these are counted. */
    private static final class Points {
        private final SeriesTable table = new SeriesTable();
        private final LiveHeap how;
        private long last = -1;
        private int size;

        Points(LiveHeap how) {
            this.how = how;
        }

        void add(Timed<MemStats> timed, double live, OptionalLong collections) {
            if (collections.isPresent() && collections.getAsLong() == last) {
                return;
            }
            last = collections.orElse(-1);
            size++;
            table.add(Signal.LIVE_HEAP, timed.second(), live);
            OptionalLong goal = timed.value().value(MemStat.NEXT_GC);
            if (goal.isPresent() && live > 0) {
                table.add(Signal.GOAL_RATIO, timed.second(), goal.getAsLong() / live);
            }
        }
    }
}
