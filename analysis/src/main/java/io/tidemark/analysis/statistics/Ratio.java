package io.tidemark.analysis.statistics;

/**
 * The ratio of two numbers that are known with an error each.
 *
 * @param value the first over the second
 * @param lower the ratio is at least this; negative infinity when nothing can be said
 * @param upper and at most this
 */
public record Ratio(double value, double lower, double upper) {
    /**
     * The ratio of two numbers that do not depend on each other, with the interval of Fieller.
     *
     * @param width how many standard errors wide the interval is to each side: 1.96 for 95 %
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1954.tb00159.x">Fieller, Some problems in interval estimation,
     *     1954</a>
     */
    public static Ratio of(double a, double aError, double b, double bError, double width) {
        Finite.require("number", a, aError, b, bError, width);
        if (aError < 0 || bError < 0) {
            throw new IllegalArgumentException("errors: " + aError + " and " + bError + " (expected at least 0)");
        }
        double q = b * b - width * width * bError * bError;
        if (q <= 0) {
            return new Ratio(b == 0 ? 0 : a / b, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double p = a * b;
        double root = Math.sqrt(Math.max(0, p * p - q * (a * a - width * width * aError * aError)));
        return new Ratio(a / b, (p - root) / q, (p + root) / q);
    }

    public boolean contains(double ratio) {
        return lower <= ratio && ratio <= upper;
    }
}
