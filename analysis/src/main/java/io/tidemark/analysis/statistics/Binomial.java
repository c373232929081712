package io.tidemark.analysis.statistics;

/** The binomial distribution. */
public final class Binomial {
    private Binomial() {}

    /**
     * P(X &gt;= k) of {@code n} trials that each succeed with the probability {@code p}; exact.
     *
     * <p>Counts that were recovered from scaled values are not quite whole: between whole numbers the value is that of the
     * incomplete beta function, which is the sum at whole ones.
     *
     * @see <a href="https://dlmf.nist.gov/8.17#E5">DLMF 8.17.5</a>
     */
    public static double atLeast(double k, double n, double p) {
        Finite.require("trials", k, n);
        if (n < 0 || k > n + 1e-9 || !(p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    k + " of " + n + " trials, p " + p + " (expected at most all of them, and p of (0, 1))");
        }
        if (k <= 0) {
            return 1;
        }
        return Beta.regularized(p, k, Math.max(n - k, 0) + 1);
    }

    /** P(X &lt;= k), likewise. */
    public static double atMost(double k, double n, double p) {
        return k >= n ? 1 : atLeast(n - Math.max(0, k), n, 1 - p);
    }
}
