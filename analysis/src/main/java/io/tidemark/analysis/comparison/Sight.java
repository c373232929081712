package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.growth.Floor;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;

/**
 * The smallest leak that a side would have shown.
 *
 * <p>A series shows what changes it by its {@link Floor} while it is observed, and by more than its slope is unsure. Heap
 * profiles show what leaves enough samples at one stack ({@link io.tidemark.analysis.growth.HeapGrowth#floor}). Goroutines
 * are looked at group by group, so there 5 of them count however many there are.
 */
final class Sight {
    private Sight() {}

    /** A leak like this one, as so much a minute in the unit of its rate; infinite when none would have been seen. */
    static double smallest(Side side, Finding finding, Signal.Unit unit) {
        if (unit == Signal.Unit.BYTES) {
            return finding.kind() == Kind.OFF_HEAP_GROWTH ? ofSeries(side, Signal.OFF_HEAP) : ofHeap(side);
        }
        return switch (finding.kind()) {
            case THREAD_LEAK -> ofSeries(side, Signal.THREADS);
            case FD_LEAK -> Math.min(ofSeries(side, Signal.FDS), ofSeries(side, Signal.FILE_FDS));
            case CONNECTION_LEAK -> Math.min(ofGoroutines(side), ofSeries(side, Signal.SOCKET_FDS));
            default -> ofGoroutines(side);
        };
    }

    /** A leak of heap at one place, in bytes a minute. */
    static double ofHeap(Side side) {
        double series = ofSeries(side, Signal.LIVE_HEAP);
        double samples = side.heap().floor();
        return switch (side.trend(Signal.LIVE_HEAP).decision()) {
            case FLAT, FALLING -> series;
            case SATURATING, STEP -> Math.max(series, samples);
            case GROWING, UNDECIDED -> samples;
        };
    }

    /** A leak of goroutines of one sort, in goroutines a minute. */
    static double ofGoroutines(Side side) {
        return ofSeries(side, Signal.GOROUTINES, Floor.COUNT.absolute());
    }

    private static double ofSeries(Side side, Signal signal) {
        return ofSeries(
                side,
                signal,
                Side.floor(signal).of(side.signals().series(signal).median()));
    }

    private static double ofSeries(Side side, Signal signal, double least) {
        Series series = side.signals().series(signal);
        Trend trend = side.trend(signal);
        if (trend.failed() == Trend.Gate.POINTS) {
            return Double.POSITIVE_INFINITY;
        }
        double unsure = (trend.upper() - trend.lower()) / 2;
        return Math.max(least / (series.length() / 60), unsure);
    }
}
