package io.tidemark.analysis.statistics;

/** The standard normal distribution. */
public final class Normal {
    private static final double FAR = 5;

    private Normal() {}

    /**
     * P(Z &gt;= z).
     *
     * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia, Evaluating the normal distribution, 2004</a>: the
     *     series near the middle; the continued fraction of Laplace far out
     */
    public static double atLeast(double z) {
        Finite.require("z", z);
        if (z < 0) {
            return 1 - atLeast(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z > FAR) {
            double fraction = z;
            for (int k = 60; k > 0; k--) {
                fraction = z + k / fraction;
            }
            return density / fraction;
        }
        double term = z;
        double sum = z;
        for (int k = 3; term > sum * 1e-17; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return Math.max(0, 0.5 - density * sum);
    }

    /** The z with P(Z &gt;= z) = p, for p of (0, 1). */
    public static double quantileAbove(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("probability: " + p + " (expected more than 0 and less than 1)");
        }
        double low = -40;
        double high = 40;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (atLeast(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
