package io.tidemark.analysis.comparison;

import io.tidemark.analysis.growth.Floor;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.statistics.Autocorrelation;
import io.tidemark.analysis.statistics.TheilSen;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much of something there was while it was observed.
 *
 * @param value the median, or what a counter counted over the time
 * @param error the standard error of it, as the values scatter; 0 for a single value
 * @param values how many there were
 * @param slope what it becomes more by in a minute, when it grows; else empty
 * @param lower it changes by at least this, with 95 % confidence; infinite when nothing is known of it
 * @param upper and at most by this, likewise
 */
public record Level(double value, double error, int values, OptionalDouble slope, double lower, double upper) {
    private static final int FEWEST = 4; // values, to say how they scatter around a line

    /** Of a gauge. */
    static Level of(Series series, Trend trend, Floor floor) {
        double error = series.size() < 2 ? 0 : Math.max(scatter(series), floor.error());
        return new Level(
                series.median(),
                error,
                series.size(),
                trend.isGrowing() ? OptionalDouble.of(trend.perMinute()) : OptionalDouble.empty(),
                trend.lower(),
                trend.upper());
    }

    /** The standard error of the mean of values around their line, whose neighbours may be alike. */
    private static double scatter(Series series) {
        int n = series.size();
        if (n < FEWEST || series.length() <= 0) {
            return Math.abs(series.change()) / 2;
        }
        double[] residuals =
                TheilSen.of(series.seconds(), series.values()).residuals(series.seconds(), series.values());
        double squares = Arrays.stream(residuals).map(value -> value * value).sum();
        double inflation = Autocorrelation.inflation(Autocorrelation.lag1(residuals, 2), n);
        return Math.sqrt(squares / (n - 2) * inflation / n);
    }

    /** Of a counter: how fast it rose, in a second. The error is that of the rates from one value to the next. */
    static Level ofCounter(Series counter) {
        int n = counter.size() - 1;
        double mean = counter.change() / counter.length();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double length = counter.second(i + 1) - counter.second(i);
            double part = counter.value(i + 1) - counter.value(i) - mean * length;
            squares += length <= 0 ? 0 : part * part / length;
        }
        double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / counter.length());
        return new Level(mean, error, n, OptionalDouble.empty(), 0, 0);
    }

    /** The same in another unit. */
    Level times(double factor) {
        return new Level(value * factor, error * factor, values, slope, lower, upper);
    }

    /** The same with growth told for another load. */
    Level withGrowthTimes(double factor) {
        return new Level(
                value,
                error,
                values,
                slope.isEmpty() ? slope : OptionalDouble.of(slope.getAsDouble() * factor),
                lower * factor,
                upper * factor);
    }

    boolean isGrowing() {
        return slope.isPresent();
    }
}
