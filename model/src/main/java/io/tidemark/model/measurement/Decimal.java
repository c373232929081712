package io.tidemark.model.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as C's {@code printf} and Go's {@code fmt} do: exactly, and ties to even. */
public final class Decimal {
    private Decimal() {}

    /** As {@code %.Nf}: {@code fixed(2.675, 2)} is {@code 2.67}, since 2.675 is a little less in binary. */
    public static String fixed(double value, int decimals) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            String sign = 1 / value < 0 && value == 0 ? "-" : "";
            return sign + (long) value + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        }
        if (decimals == 2 && Math.abs(value) < 1L << 44) {
            return hundredths(value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return value < 0 && !text.startsWith("-") ? "-" + text : text;
    }

    private static String hundredths(double value) {
        long hundredths = scaled(Math.abs(value), 100);
        int fraction = (int) (hundredths % 100);
        StringBuilder text = new StringBuilder(16);
        if (value < 0) {
            text.append('-');
        }
        return text.append(hundredths / 100)
                .append('.')
                .append((char) ('0' + fraction / 10))
                .append((char) ('0' + fraction % 10))
                .toString();
    }

    /**
     * A number times a power of ten, rounded exactly in arithmetic of doubles: by the product and by what rounding it has
     * lost. The product must be less than 2^53.
     */
    private static long scaled(double magnitude, double power) {
        double product = magnitude * power;
        double lost = Math.fma(magnitude, power, -product);
        double rounded = Math.rint(product); // a tie goes to the even one, unless something was lost
        double rest = product - rounded;
        if ((rest == 0.5 && lost > 0) || rest > 0.5) {
            rounded++;
        } else if (rest == -0.5 && lost < 0) {
            rounded--;
        }
        return (long) rounded;
    }

    /**
     * As {@code %.Ng}: {@code significant(0.123, 2)} is {@code 0.12}, {@code significant(0.00001234, 2)} is {@code
     * 1.2e-05}; zeros at the end are left out.
     */
    public static String significant(double value, int digits) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        if (digits == 2 && Math.abs(value) >= 1e-4 && Math.abs(value) < 1) {
            return layout(twoDigits(value), digits);
        }
        return layout(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)), digits);
    }

    /** The shares of a report: without this, those of 1,500 rows take 40 ms at the start of a JVM. */
    private static BigDecimal twoDigits(double value) {
        double power = 100;
        int decimals = 2;
        while (Math.abs(value) * power < 10) {
            power *= 10;
            decimals++;
        }
        long digits = scaled(Math.abs(value), power);
        return BigDecimal.valueOf(value < 0 ? -digits : digits, decimals);
    }

    /** The fewest digits that give the number back, with an exponent only for the very small and large: {@code 1e+21}. */
    public static String shortest(double value) {
        return shortest(value, 21);
    }

    /** As {@code %v} of a float64: the fewest digits that give the number back; {@code 0.005}, {@code 1e+06}. */
    public static String general(double value) {
        return shortest(value, 6);
    }

    private static String shortest(double value, int limit) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        return layout(new BigDecimal(Double.toString(value)), limit);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    /** With an exponent where it is less than -4 or not less than {@code limit}. */
    private static String layout(BigDecimal value, int limit) {
        BigDecimal plain = value.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent >= -4 && exponent < limit) {
            return plain.toPlainString();
        }
        String digits = plain.unscaledValue().abs().toString();
        return (plain.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
