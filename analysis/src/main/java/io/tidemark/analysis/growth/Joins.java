package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.statistics.LeastSquares;
import io.tidemark.analysis.statistics.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers that grow together: as fast, or twice, three times, six times as fast.
 *
 * <p>Numbers that were counted are compared value by value, so that they must also pause and hurry together. Those of heap
 * profiles are estimates: they are compared by their rates, and join when their ratio may be a whole number.
 */
public final class Joins {
    private static final int MOST = 8;
    private static final int MOST_OBJECTS = 16;
    private static final double WIDTH = 2; // standard errors
    private static final double NOISE = 0.7; // of a difference of two readings, which are not of the same moment
    private static final double CLOSE = 0.06; // of a ratio, which things that begin or end just then may change
    private static final double LOOSE = 0.25;
    private static final double SAMPLED = 0.9;

    private Joins() {}

    /**
     * The joins of some counts that grow, those of most parts first.
     *
     * @param exact what was counted
     * @param sampled what was estimated by samples
     */
    public static List<Join> of(List<Count> exact, List<Count> sampled) {
        List<Count> left = new ArrayList<>(exact);
        left.removeIf(count -> count.perMinute() <= 0 || count.series().size() < 2);
        List<Count> estimates = new ArrayList<>(sampled);
        estimates.removeIf(count -> count.perMinute() <= 0);
        List<Join> joins = new ArrayList<>();
        while (!left.isEmpty()) {
            Count best = left.get(0);
            double bestScore = -1;
            for (Count base : left) {
                double score = score(base, left);
                if (score > bestScore || (score == bestScore && base.perMinute() < best.perMinute())) {
                    best = base;
                    bestScore = score;
                }
            }
            joins.add(join(best, left, estimates));
        }
        joins.removeIf(join -> join.parts().size() < 2);
        joins.sort(Comparator.comparingInt((Join join) -> -join.parts().size())
                .thenComparingDouble(join -> -join.perMinute()));
        return joins;
    }

    /** Equal numbers say more than multiples, of which some would fit by chance. */
    private static double score(Count base, List<Count> counts) {
        double score = 0;
        for (Count count : counts) {
            if (!count.equals(base)) {
                score += part(base, count)
                        .map(part -> part.each() == 1 ? 1 : 0.5)
                        .orElse(0.0);
            }
        }
        return score;
    }

    private static Join join(Count base, List<Count> left, List<Count> estimates) {
        List<Join.Part> parts = new ArrayList<>();
        parts.add(new Join.Part(base, 1, 1, 1));
        for (Count count : List.copyOf(left)) {
            Optional<Join.Part> part = count.equals(base) ? Optional.empty() : part(base, count);
            part.ifPresent(parts::add);
            if (part.isPresent() || count.equals(base)) {
                left.remove(count);
            }
        }
        if (parts.size() > 1) {
            for (Count count : List.copyOf(estimates)) {
                estimate(base, count).ifPresent(part -> {
                    parts.add(part);
                    estimates.remove(count);
                });
            }
        }
        parts.sort(Comparator.comparingDouble(Join.Part::each));
        return new Join(base.series().change(), base.perMinute(), parts);
    }

    private static Optional<Join.Part> part(Count base, Count count) {
        double[] x = at(base.series(), count.series().seconds());
        double[] y = count.series().values();
        LeastSquares fit = LeastSquares.of(y, x);
        double spread = Count.spread(x);
        if (spread <= 0) {
            return Optional.empty();
        }
        double ratio = fit.coefficient(1);
        double whole = Math.rint(ratio);
        double reach = WIDTH * Math.max(fit.error(1), NOISE * Math.max(1, whole) / spread);
        boolean isClose = Math.abs(ratio - whole) <= Math.max(reach, CLOSE * whole);
        return whole >= 1 && whole <= MOST && isClose && reach <= LOOSE * Math.max(1, whole) && reach < 0.5
                ? Optional.of(new Join.Part(count, whole, ratio - reach, ratio + reach))
                : Optional.empty();
    }

    private static Optional<Join.Part> estimate(Count base, Count count) {
        Ratio ratio = Ratio.of(count.perMinute(), count.error(), base.perMinute(), base.error(), WIDTH);
        double whole = Math.max(1, Math.rint(ratio.value()));
        boolean isNarrow = ratio.upper() - ratio.lower() <= 2 * SAMPLED * whole;
        return whole <= MOST_OBJECTS && ratio.contains(whole) && isNarrow
                ? Optional.of(new Join.Part(count, whole, ratio.lower(), ratio.upper()))
                : Optional.empty();
    }

    /** A series at other times, straight lines between its values. */
    static double[] at(Series series, double[] seconds) {
        double[] values = new double[seconds.length];
        int next = 0;
        for (int i = 0; i < seconds.length; i++) {
            while (next < series.size() && series.second(next) < seconds[i]) {
                next++;
            }
            if (next == 0) {
                values[i] = series.first();
            } else if (next == series.size()) {
                values[i] = series.last();
            } else {
                double before = series.second(next - 1);
                double part = (seconds[i] - before) / (series.second(next) - before);
                values[i] = series.value(next - 1) + part * (series.value(next) - series.value(next - 1));
            }
        }
        return values;
    }
}
