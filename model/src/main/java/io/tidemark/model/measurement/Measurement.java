package io.tidemark.model.measurement;

/**
 * An amount with the name of its unit, which is empty where it needs none.
 *
 * <pre>{@code
 * Measurement.scale(1536, "bytes", "auto")        1.5 kB
 * Measurement.label(1536, "bytes", "auto")        "1.50kB"
 * Measurement.percentage(1, 3)                    "33.33%"
 * }</pre>
 *
 * @param amount how many
 * @param unit of what
 */
public record Measurement(double amount, String unit) {

    /** Converts a value as {@link ValueFormat} does. */
    public static Measurement scale(long value, String from, String to) {
        return ValueFormat.of(from, to).scale(value);
    }

    /** A value in the unit that suits it, such as {@code 1.50kB}. */
    public static String label(long value, String unit) {
        return label(value, unit, "auto");
    }

    /** A value in another unit with its name, as {@link ValueFormat} writes it. */
    public static String label(long value, String from, String to) {
        return ValueFormat.of(from, to).label(value);
    }

    /** The share of a value in a total, without its sign, at least five characters and a percent sign wide. */
    public static String percentage(long value, long total) {
        double ratio = total == 0 ? 0 : Math.abs((double) value / (double) total) * 100;
        if (ratio >= 99.95 && ratio <= 100.05) {
            return "  100%";
        }
        String number = ratio >= 1 ? Decimal.fixed(ratio, 2) : Decimal.significant(ratio, 2);
        return " ".repeat(Math.max(0, 5 - number.length())) + number + "%";
    }
}
