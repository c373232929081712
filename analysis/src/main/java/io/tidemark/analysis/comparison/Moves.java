package io.tidemark.analysis.comparison;

import io.tidemark.analysis.reading.LiveHeap;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.statistics.Normal;
import io.tidemark.analysis.statistics.StudentT;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the numbers of two sides. What grows on either side is judged by how fast; what doesn't, or may not, by how much
 * there is. A level counts as changed when it differs by what {@link Measure#least} says and by more than its values scatter (Welch's
 * test at 1 %), and more or less load does not explain it.
 */
final class Moves {
    /** How noise is told from change, for people. */
    static final String NOISE =
            "a level counts as changed when it differs by a tenth or more (of counts, a quarter) and by more than its values scatter (Welch's"
                    + " test at 1 %); growth, when the 95 % intervals of both slopes are apart";

    private static final double SIGNIFICANT = 0.005; // on each of the two ends
    private static final double SAMPLE = 512 << 10; // bytes that a sample of a heap profile stands for

    private final Side before;
    private final Side after;
    private final Optional<Throughput> throughput;

    Moves(Side before, Side after, Optional<Throughput> throughput) {
        this.before = before;
        this.after = after;
        this.throughput = throughput.filter(work -> work.after() > 0);
    }

    /** All numbers that both sides have. */
    List<Move> all() {
        List<Move> moves = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Signal signal = measure.signal();
            if (before.signals().has(signal) && after.signals().has(signal)) {
                move(measure, signal).ifPresent(moves::add);
            }
        }
        return moves;
    }

    private Optional<Move> move(Measure measure, Signal signal) {
        if (measure.form() != Measure.Form.RATE) {
            Level first = level(before, signal);
            Level second = level(after, signal);
            return Optional.of(new Move(measure, first, second, false, judgement(measure, first, second)));
        }
        Series old = before.signals().series(signal);
        Series now = after.signals().series(signal);
        if (old.length() <= 0 || now.length() <= 0) {
            return Optional.empty();
        }
        Level first = Level.ofCounter(old);
        Level second = Level.ofCounter(now);
        // What counts is decided for a second of the load before: a rate for 1,000 requests has another size.
        double ratio = throughput.map(Throughput::ratio).orElse(1.0);
        Judgement judgement = judgement(measure, first, second.times(1 / ratio));
        return Optional.of(new Move(
                measure,
                perMany(first, Side.Role.BEFORE),
                perMany(second, Side.Role.AFTER),
                throughput.isPresent(),
                judgement));
    }

    private Level perMany(Level perSecond, Side.Role role) {
        return throughput.map(work -> perSecond.times(work.forMany(role, 60))).orElse(perSecond);
    }

    private static Level level(Side side, Signal signal) {
        Series series = side.signals().series(signal);
        Level level = Level.of(series, side.trend(signal), Side.floor(signal));
        boolean isSampled = signal == Signal.LIVE_HEAP && side.readings().liveHeap() == LiveHeap.PROFILE;
        return isSampled
                ? new Level(
                        level.value(),
                        Math.max(level.error(), Math.sqrt(SAMPLE * Math.max(SAMPLE, level.value()))),
                        level.values(),
                        level.slope(),
                        level.lower(),
                        level.upper())
                : level;
    }

    private Judgement judgement(Measure measure, Level first, Level second) {
        if (measure.form() == Measure.Form.CACHED) {
            return Judgement.SAME;
        }
        if (first.isGrowing() || second.isGrowing()) {
            Level now =
                    second.withGrowthTimes(1 / throughput.map(Throughput::ratio).orElse(1.0));
            if (now.lower() > first.upper()) {
                return Judgement.WORSE;
            }
            if (now.upper() < first.lower()) {
                return Judgement.BETTER;
            }
            if (first.isGrowing() && second.isGrowing()) {
                return Judgement.SAME;
            }
        }
        double change = second.value() - first.value();
        if (Math.abs(change) < measure.least(first.value(), second.value()) || !isClear(first, second)) {
            return Judgement.SAME;
        }
        double expected = measure.form() == Measure.Form.LEVEL
                ? first.value() * throughput.map(Throughput::ratio).orElse(1.0)
                : first.value();
        if (change > 0) {
            return second.value() > expected ? Judgement.WORSE : Judgement.SAME;
        }
        return second.value() < expected ? Judgement.BETTER : Judgement.SAME;
    }

    /** Whether two levels differ by more than chance; single values have none that could be known. */
    private static boolean isClear(Level first, Level second) {
        double error = Math.hypot(first.error(), second.error());
        if (error == 0) {
            return true;
        }
        double t = Math.abs(second.value() - first.value()) / error;
        int freedom = Math.min(first.values(), second.values()) - 1;
        return (freedom < 1 ? Normal.atLeast(t) : StudentT.atLeast(t, freedom)) < SIGNIFICANT;
    }
}
