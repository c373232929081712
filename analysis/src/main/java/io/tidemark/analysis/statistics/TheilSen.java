package io.tidemark.analysis.statistics;

import java.util.Arrays;

/**
 * The line through most of the points: its slope is the median of the slopes of all pairs, so a third of the points may be
 * anywhere.
 *
 * @param slope value per place
 * @param intercept the median of what the slope leaves
 * @param lower the slope is at least this, with the confidence that was asked for
 * @param upper and at most this
 */
public record TheilSen(double slope, double intercept, double lower, double upper) {
    /** The line with an interval of 95 % for values that do not depend on each other. */
    public static TheilSen of(double[] places, double[] values) {
        return of(places, values, 1, 0.05);
    }

    /**
     * The line.
     *
     * @param places increasing; pairs at one place are left out
     * @param inflation as in {@link MannKendall#of(double[], double)}
     * @param alpha the probability that the slope is outside of the interval
     * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen, 1968</a>
     */
    public static TheilSen of(double[] places, double[] values, double inflation, double alpha) {
        Finite.requirePairs(places, values);
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (places[j] > places[i]) {
                    slopes[count++] = (values[j] - values[i]) / (places[j] - places[i]);
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(n + " values at one place (expected at least two places)");
        }
        Arrays.sort(slopes, 0, count);
        double slope = median(slopes, count);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = values[i] - slope * places[i];
        }
        Arrays.sort(rest);
        double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18 * inflation);
        double reach = Normal.quantileAbove(alpha / 2) * deviation;
        int low = (int) Math.floor((count - reach) / 2) - 1;
        int high = (int) Math.ceil((count + reach) / 2);
        return new TheilSen(
                slope, median(rest, n), slopes[Math.max(0, low)], slopes[Math.min(count - 1, Math.max(0, high))]);
    }

    private static double median(double[] sorted, int n) {
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    public double at(double place) {
        return intercept + slope * place;
    }

    /** What the line leaves of each value. */
    public double[] residuals(double[] places, double[] values) {
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = values[i] - at(places[i]);
        }
        return residuals;
    }
}
