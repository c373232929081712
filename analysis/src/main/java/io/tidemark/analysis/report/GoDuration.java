package io.tidemark.analysis.report;

import java.math.BigDecimal;

/** Durations as Go prints them: {@code 1h2m3.5s}, {@code 1.5ms}, {@code 12ns}. */
final class GoDuration {
    private GoDuration() {}

    static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        BigDecimal magnitude = BigDecimal.valueOf(nanos).abs();
        String sign = nanos < 0 ? "-" : "";
        if (magnitude.longValue() < 1_000 && magnitude.longValue() >= 0) {
            return sign + magnitude + "ns";
        }
        if (magnitude.compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
            return sign + plain(magnitude, 3) + "µs";
        }
        if (magnitude.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
            return sign + plain(magnitude, 6) + "ms";
        }
        BigDecimal minute = BigDecimal.valueOf(60_000_000_000L);
        long minutes = magnitude.divideToIntegralValue(minute).longValue();
        String seconds = plain(magnitude.remainder(minute), 9) + "s";
        if (minutes == 0) {
            return sign + seconds;
        }
        return sign + (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + "m" + seconds;
    }

    private static String plain(BigDecimal nanos, int digits) {
        BigDecimal value = nanos.movePointLeft(digits);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
