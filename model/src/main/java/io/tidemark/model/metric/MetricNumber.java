package io.tidemark.model.metric;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Numbers in metrics: what Go's {@code strconv.ParseFloat} takes, but for hexadecimal ones and underscores. */
final class MetricNumber {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final long EXACT = 1L << 53;
    private static final int LONGEST = 400;

    private MetricNumber() {}

    /**
     * The number in a range of bytes.
     *
     * <p>Most are digits with a point. Where these fit into 53 bits, one division by a power of ten that a double holds
     * exactly rounds once, and so as it must.
     */
    static OptionalDouble parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean isNegative = at < to && bytes[at] == '-';
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int decimals = -1;
        int digits = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && mantissa < EXACT / 10) {
                mantissa = mantissa * 10 + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (bytes[at] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slowly(bytes, from, to);
            }
        }
        if (digits == 0 || decimals >= POWERS.length) {
            return slowly(bytes, from, to);
        }
        double value = decimals > 0 ? mantissa / POWERS[decimals] : mantissa;
        return OptionalDouble.of(isNegative ? -value : value);
    }

    private static OptionalDouble slowly(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return OptionalDouble.empty();
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int sign = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        String word = text.substring(sign);
        if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
            return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (word.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return OptionalDouble.empty(); // Java takes more, such as 1f and 0x1p3
            }
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
