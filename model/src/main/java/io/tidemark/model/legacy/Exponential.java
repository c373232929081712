package io.tidemark.model.legacy;

/**
 * e to the power of x, bit for bit as Go computes it on amd64, so that estimates of a heap are the same to the last object.
 *
 * <p>A sampled heap divides by {@code 1 - exp(-size / rate)}, which for small sizes is the difference of two nearly equal
 * numbers: the last bit of the power shows in the tenth digit of the estimate, and of two million estimates sixty differ
 * by one between {@link StrictMath#exp} and Go.
 *
 * <p>x is taken apart into a multiple of ln 2 and a rest; the rest is divided by 16, put into the Taylor series of {@code
 * exp(x) - 1}, and doubled back four times with {@code exp(2x) - 1 = (exp(x) - 1) * (exp(x) - 1 + 2)}.
 *
 * @see <a href="https://doi.org/10.1007/s00450-010-0108-2">N. Shibata, Efficient evaluation methods of elementary functions
 *     suitable for SIMD computation, 2010</a>
 */
final class Exponential {
    private static final double LARGEST = 709.782712893384;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN_2_HIGH = 0x1.62e42fefa3p-1; // its first bits, and the rest of it
    private static final double LN_2_LOW = 0x1.3de6af278ece6p-42;

    /** 1/8!, 1/7! and so on to 1/1!. */
    private static final double[] TAYLOR = {1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1};

    private Exponential() {}

    static double of(double x) {
        if (x > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        double exponent = Math.rint(x * LOG2_E);
        if (exponent < Double.MIN_EXPONENT) {
            return 0;
        }
        double rest = Math.fma(-LN_2_HIGH, exponent, x);
        rest = Math.fma(-LN_2_LOW, exponent, rest) / 16;
        double series = TAYLOR[0];
        for (int i = 1; i < TAYLOR.length; i++) {
            series = Math.fma(series, rest, TAYLOR[i]);
        }
        double power = rest * series;
        for (int i = 0; i < 3; i++) {
            power *= power + 2;
        }
        power = Math.fma(power, power + 2, 1);
        return Math.scalb(power, (int) exponent);
    }
}
