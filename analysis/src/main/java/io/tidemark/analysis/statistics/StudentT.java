package io.tidemark.analysis.statistics;

/** Student's distribution. */
public final class StudentT {
    private StudentT() {}

    /**
     * P(T &gt;= t) with so many degrees of freedom.
     *
     * @see <a href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>; Abramowitz and Stegun 26.7.1
     */
    public static double atLeast(double t, double freedom) {
        Finite.require("t", t, freedom);
        if (freedom <= 0) {
            throw new IllegalArgumentException("degrees of freedom: " + freedom + " (expected more than 0)");
        }
        double tail = Beta.regularized(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
        return t >= 0 ? tail : 1 - tail;
    }

    /** The t with P(T &gt;= t) = p, for p of (0, 0.5]. */
    public static double quantileAbove(double p, double freedom) {
        if (!(p > 0 && p <= 0.5)) {
            throw new IllegalArgumentException("probability: " + p + " (expected more than 0, at most 0.5)");
        }
        double low = 0;
        double high = 1;
        while (atLeast(high, freedom) > p) {
            high *= 2;
        }
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (atLeast(middle, freedom) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
