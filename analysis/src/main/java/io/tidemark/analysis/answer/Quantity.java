package io.tidemark.analysis.answer;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.measurement.Decimal;

/** Numbers as people read them: three digits and a unit. */
public final class Quantity {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Quantity() {}

    /** Such as {@code 96 KiB}, {@code 1.25 GiB}, {@code -512 B}. */
    public static String bytes(double bytes) {
        double amount = Math.abs(bytes);
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        String sign = bytes < 0 && Math.rint(amount * 100) != 0 ? "-" : "";
        return sign + digits(amount, unit == 0) + " " + UNITS[unit];
    }

    private static String digits(double amount, boolean isWhole) {
        if (isWhole || amount >= 99.95) {
            return Decimal.fixed(amount, 0);
        }
        String text = Decimal.fixed(amount, amount >= 9.995 ? 1 : 2);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** Such as {@code +6.1 MiB}; {@code 0 B} has no sign. */
    public static String change(double bytes) {
        String text = bytes(bytes);
        return bytes > 0 && !text.startsWith("0 ") ? "+" + text : text;
    }

    /** Such as {@code 432} or {@code 12,345}; below ten with a decimal where it has one. */
    public static String count(double count) {
        if (Math.abs(count) < 10 && Math.rint(count) != count) {
            return Decimal.fixed(count, 1);
        }
        String digits = Decimal.fixed(Math.rint(Math.abs(count)), 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return (count < 0 ? "-" : "") + text;
    }

    /** Such as {@code 45 seconds}, {@code 38 minutes}, {@code 5.5 hours}, {@code 12 days}. */
    public static String time(double seconds) {
        if (seconds < 100) {
            return amount(seconds, "second");
        }
        if (seconds < 100 * 60) {
            return amount(seconds / 60, "minute");
        }
        return seconds < 48 * 3600 ? amount(seconds / 3600, "hour") : amount(seconds / 86_400, "day");
    }

    /** A value of a signal, in words that fit its unit. */
    public static String of(Signal.Unit unit, double value) {
        return switch (unit) {
            case BYTES -> bytes(value);
            case COUNT -> count(value);
            case PERCENT -> percent(value / 100);
            case RATIO -> Decimal.fixed(value, 2);
            case SECONDS -> time(value);
        };
    }

    private static String amount(double number, String unit) {
        String digits = number < 10 ? Decimal.fixed(number, 1).replaceFirst("\\.0$", "") : Decimal.fixed(number, 0);
        return digits + " " + unit + (digits.equals("1") ? "" : "s");
    }

    /** Such as {@code 94 %}, {@code 0.3 %}. */
    public static String percent(double share) {
        double percent = share * 100;
        boolean isSmall = Math.abs(percent) < 9.95 && Math.rint(percent) != percent;
        return Decimal.fixed(percent, isSmall ? 1 : 0) + " %";
    }
}
