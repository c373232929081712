package io.tidemark.analysis.statistics;

/** How alike neighbours are. */
public final class Autocorrelation {
    private static final double MOST = 0.95;

    private Autocorrelation() {}

    /**
     * The correlation of each residual with the one before it.
     *
     * @param fitted how many parameters were fitted to get the residuals, each of which takes some of it away: the bias is
     *     about {@code -(fitted + 3 ρ) / n}
     * @return from 0 to 0.95; 0 when it is negative
     * @see <a href="https://doi.org/10.1093/biomet/41.3-4.403">Marriott and Pope, Bias in the estimation of
     *     autocorrelations, 1954</a>
     */
    public static double lag1(double[] residuals, int fitted) {
        Finite.require("residual", residuals);
        int n = residuals.length;
        double mean = 0;
        for (double value : residuals) {
            mean += value / n;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double value = residuals[i] - mean;
            squares += value * value;
            if (i > 0) {
                sum += value * (residuals[i - 1] - mean);
            }
        }
        if (n < 4 || squares <= 0) {
            return 0;
        }
        double raw = sum / squares;
        double corrected = n > fitted + 3 ? (n * raw + fitted) / (n - 3) : raw;
        return Math.min(MOST, Math.max(0, corrected));
    }

    /**
     * How much larger the variance of the Mann-Kendall statistic of n values is when neighbours correlate.
     *
     * @see <a href="https://doi.org/10.1023/B:WARM.0000043140.61082.60">Yue and Wang, 2004</a>, equation 6 with ρ_k = ρ^k
     */
    public static double inflation(double lag1, int n) {
        if (!(lag1 >= 0 && lag1 < 1)) {
            throw new IllegalArgumentException("autocorrelation: " + lag1 + " (expected from 0 to less than 1)");
        }
        double sum = 1;
        double power = 1;
        for (int k = 1; k < n; k++) {
            power *= lag1;
            sum += 2 * (1 - (double) k / n) * power;
        }
        return sum;
    }
}
