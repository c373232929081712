package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.statistics.Autocorrelation;
import io.tidemark.analysis.statistics.MannKendall;
import io.tidemark.analysis.statistics.Shapes;
import io.tidemark.analysis.statistics.StudentT;
import io.tidemark.analysis.statistics.TheilSen;

/**
 * Whether a series grows.
 *
 * <p>To grow it must pass all {@link Gate}s. A test of the slope alone would call every program that warms up, and every
 * cache that fills, a leak. The slope is tested by the order of the values, which no outlier disturbs, and by its size
 * against the noise, which tells a steep rise of a few values that depend on each other; the variance of both is that of
 * values that depend on their neighbours.
 *
 * @param decision what it does
 * @param failed the first gate that it did not pass; {@link Gate#NONE} when it grows
 * @param perMinute the slope
 * @param lower the slope is at least this, with 95 % confidence
 * @param upper and at most this
 * @param p the probability of so clear a rise, or fall when it falls, if there were none
 * @param change what the slope makes of the whole length
 * @param plateau where it comes to, when it saturates or made a step; else the last value
 * @param points how many values were looked at
 */
public record Trend(
        Decision decision,
        Gate failed,
        double perMinute,
        double lower,
        double upper,
        double p,
        double change,
        double plateau,
        int points) {
    /** What a series does. */
    public enum Decision {
        /** It rises, and there is no sign of an end. */
        GROWING,
        /** It rises ever more slowly, or has stopped to: a cache that fills, a program that warms up. */
        SATURATING,
        /** It rose once, at one moment. */
        STEP,
        /** It does not change by as much as counts. */
        FLAT,
        FALLING,
        /** There are too few values, or they vary too much, to see as much as counts. */
        UNDECIDED
    }

    /** What a series must pass to be called growing, in this order. */
    public enum Gate {
        NONE("all passed"),
        POINTS("too few values"),
        TREND("no significant trend"),
        EFFECT("the change is too small to count"),
        SHAPE("a form that comes to an end fits better than a line"),
        TAIL("the last half rises much less than the whole");

        private final String words;

        Gate(String words) {
            this.words = words;
        }

        /** Why it was not passed. */
        public String words() {
            return words;
        }
    }

    private static final double SIGNIFICANT = 0.01;
    private static final double TAIL = 0.4;
    private static final double NEGLIGIBLE = 0.25;
    private static final double TESTS = 2; // the slope is tested in two ways, and the better one counts
    private static final double CLEAR = 6; // a difference of the criterion that is strong evidence
    private static final int POINTS = 6;
    private static final int EXACT_POINTS = 4;
    private static final int MOST = 240; // values; pairs are their square

    public boolean isGrowing() {
        return decision == Decision.GROWING;
    }

    /** The decision on a series. */
    public static Trend of(Series series, Floor floor) {
        Series values = thinned(series);
        int n = values.size();
        if (n < (floor.isExact() ? EXACT_POINTS : POINTS) || values.length() <= 0) {
            double last = n == 0 ? 0 : values.last();
            double slope = values.length() > 0 ? values.change() / values.length() * 60 : 0;
            return new Trend(
                    Decision.UNDECIDED,
                    Gate.POINTS,
                    slope,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    1,
                    values.change(),
                    last,
                    n);
        }
        return new Judged(values, floor).trend();
    }

    /** At most {@link #MOST} values: of a longer series the median of each stretch. */
    private static Series thinned(Series series) {
        int n = series.size();
        if (n <= MOST) {
            return series;
        }
        double[] seconds = new double[MOST];
        double[] values = new double[MOST];
        for (int i = 0; i < MOST; i++) {
            Series stretch = series.slice((int) ((long) i * n / MOST), (int) ((i + 1L) * n / MOST));
            seconds[i] = (stretch.second(0) + stretch.second(stretch.size() - 1)) / 2;
            values[i] = stretch.median();
        }
        return Series.of(seconds, values);
    }

    /** A series with enough values. */
    private static final class Judged {
        private final Series series;
        private final Floor floor;
        private final double[] seconds;
        private final double[] values;
        private final double lag1;
        private final MannKendall test;
        private final TheilSen line;
        private final double change;

        Judged(Series series, Floor floor) {
            this.series = series;
            this.floor = floor;
            this.seconds = series.seconds();
            this.values = series.values();
            int n = values.length;
            Shapes loose = Shapes.of(seconds, values, floor.noise(), 0);
            Shapes.Fit ending = loose.bestEnding();
            boolean isEnding = loose.margin(ending) > CLEAR;
            double[] residuals = isEnding
                    ? loose.residuals(ending)
                    : TheilSen.of(seconds, values).residuals(seconds, values);
            // Values that vary by no more than their own error say nothing about their neighbours.
            this.lag1 = deviation(residuals) <= floor.noise() ? 0 : Autocorrelation.lag1(residuals, isEnding ? 3 : 2);
            double inflation = Autocorrelation.inflation(lag1, n);
            this.test = MannKendall.of(values, inflation);
            this.line = TheilSen.of(seconds, values, inflation, 0.05);
            this.change = line.slope() * series.length();
        }

        Trend trend() {
            double least = floor.of(series.median());
            double bound = line.upper() * series.length();
            Shapes shapes = Shapes.of(seconds, values, floor.noise(), lag1);
            Shapes.Fit straight = shapes.fit(Shapes.Form.LINE);
            double t = StudentT.atLeast(straight.rise() / straight.error(), Math.max(1, values.length - 3));
            double rising = Math.min(1, Math.min(test.rising(), TESTS * t));
            double falling = Math.min(1, Math.min(test.falling(), TESTS * (1 - t)));
            Shapes.Fit ending = shapes.bestEnding();
            boolean isClear = shapes.margin(ending) > CLEAR
                    && shapes.fit(Shapes.Form.LEVEL).bic() - ending.bic() > 2 * CLEAR
                    && Math.abs(ending.rise()) >= least;
            if ((falling < SIGNIFICANT && -change >= least) || (isClear && ending.rise() < 0)) {
                return as(Decision.FALLING, Gate.TREND, falling, series.last());
            }
            if (isClear && !isClimbing()) {
                return ending(ending, rising);
            }
            if (rising >= SIGNIFICANT) {
                return as(bound < least ? Decision.FLAT : Decision.UNDECIDED, Gate.TREND, rising, series.last());
            }
            if (change < least && series.change() < least) {
                boolean isFlat = bound < (shapes.margin(ending) > 0 ? 1 : NEGLIGIBLE) * least;
                return as(isFlat ? Decision.FLAT : Decision.UNDECIDED, Gate.EFFECT, rising, series.last());
            }
            if (isClimbing()) {
                return as(Decision.GROWING, Gate.NONE, rising, series.last());
            }
            if (shapes.margin(ending) > 0) {
                return ending(ending, rising);
            }
            if (tail() < TAIL * line.slope()) {
                return as(Decision.SATURATING, Gate.TAIL, rising, series.last());
            }
            return as(Decision.GROWING, Gate.NONE, rising, series.last());
        }

        /** Whether it was counted, and only ever rises: then no form that fits a little better tells of an end. */
        private boolean isClimbing() {
            return floor.isExact() && Climb.is(series);
        }

        private Trend ending(Shapes.Fit ending, double p) {
            boolean isStep = ending.form() == Shapes.Form.STEP;
            return as(isStep ? Decision.STEP : Decision.SATURATING, Gate.SHAPE, p, ending.plateau());
        }

        private double tail() {
            int half = values.length / 2;
            Series tail = series.slice(half, values.length);
            return tail.length() <= 0
                    ? 0
                    : TheilSen.of(tail.seconds(), tail.values()).slope();
        }

        private Trend as(Decision decision, Gate failed, double p, double plateau) {
            return new Trend(
                    decision,
                    failed,
                    line.slope() * 60,
                    line.lower() * 60,
                    line.upper() * 60,
                    p,
                    change,
                    plateau,
                    values.length);
        }

        private static double deviation(double[] residuals) {
            double squares = 0;
            for (double value : residuals) {
                squares += value * value;
            }
            return Math.sqrt(squares / residuals.length);
        }
    }
}
