package io.tidemark.analysis.statistics;

import java.util.Arrays;

/**
 * Whether values rise or fall over time, whatever the form: of all pairs, are more in order than chance would have it?
 *
 * @param s pairs that rise less pairs that fall
 * @param deviation the standard deviation of {@code s} when there is no trend
 * @param rising the probability of so large an {@code s} when there is no trend
 * @param falling the probability of so small an {@code s} when there is no trend
 */
public record MannKendall(long s, double deviation, double rising, double falling) {
    private static final int EXACT = 10; // values up to which the distribution is counted out

    /**
     * The test of values that do not depend on each other.
     *
     * @see #of(double[], double)
     */
    public static MannKendall of(double[] values) {
        return of(values, 1);
    }

    /**
     * The test of values in the order of their times.
     *
     * <p>Up to ten values without ties are tested with the exact distribution, others with the normal one, corrected for
     * ties and continuity.
     *
     * @param inflation how much larger the variance is because neighbours are alike, as {@link Autocorrelation} says; at
     *     least 1
     * @see <a href="https://doi.org/10.2307/1907187">Mann, 1945</a>; Kendall, Rank Correlation Methods, 1975, for ties; <a
     *     href="https://doi.org/10.1023/B:WARM.0000043140.61082.60">Yue and Wang, 2004</a>, for the inflation
     */
    public static MannKendall of(double[] values, double inflation) {
        Finite.require("value", values);
        if (!(inflation >= 1)) {
            throw new IllegalArgumentException("inflation: " + inflation + " (expected at least 1)");
        }
        int n = values.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (int) Math.signum(values[j] - values[i]);
            }
        }
        double ties = ties(values);
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - ties) / 18;
        double deviation = Math.sqrt(Math.max(0, variance) * inflation);
        if (deviation == 0) {
            return new MannKendall(s, 0, 1, 1);
        }
        if (n <= EXACT && ties == 0 && inflation == 1) {
            return new MannKendall(s, deviation, exact(n, s), exact(n, -s));
        }
        return new MannKendall(s, deviation, Normal.atLeast((s - 1) / deviation), Normal.atLeast((-s - 1) / deviation));
    }

    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * (t - 1) * (2 * t + 5);
            from = to;
        }
        return sum;
    }

    /** P(S &gt;= s) of n values without ties: the share of orders with few enough inversions. */
    private static double exact(int n, long s) {
        int pairs = n * (n - 1) / 2;
        double[] shares = {1}; // by the number of inversions
        for (int k = 2; k <= n; k++) {
            double[] next = new double[k * (k - 1) / 2 + 1];
            for (int i = 0; i < shares.length; i++) {
                for (int move = 0; move < k; move++) {
                    next[i + move] += shares[i] / k;
                }
            }
            shares = next;
        }
        double sum = 0;
        for (int inversions = 0; pairs - 2 * inversions >= s && inversions < shares.length; inversions++) {
            sum += shares[inversions];
        }
        return Math.min(1, sum);
    }
}
