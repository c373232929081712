package io.tidemark.model.measurement;

import java.util.Optional;

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

    /**
     * Converts a value into another unit. {@code minimum} and {@code auto} choose the largest unit in which the amount is
     * at least one; a unit of another family, or one that is not known, gives the family's default. Where {@code from} is
     * not known, the value stays as it is and takes the name of {@code to}.
     */
    public static Measurement scale(long value, String from, String to) {
        if (value < 0 && -value > 0) { // not for the smallest long, which is its own negative
            Measurement positive = scale(-value, from, to);
            return new Measurement(-positive.amount, positive.unit);
        }
        Optional<Unit> known = Unit.parse(from);
        if (known.isPresent()) {
            Unit unit = target(known.get(), value, to);
            return new Measurement(value * known.get().factor() / unit.factor(), unit.name());
        }
        return switch (to) {
            case "count", "sample", "unit", "minimum", "auto" -> new Measurement(value, "");
            default -> new Measurement(value, to);
        };
    }

    private static Unit target(Unit from, long value, String to) {
        Unit.Family family = from.family();
        if (to.equals("minimum") || to.equals("auto")) {
            return Unit.fitting(family, value * from.factor()).orElseGet(family::defaultUnit);
        }
        return Unit.parse(to).filter(unit -> unit.family() == family).orElseGet(family::defaultUnit);
    }

    /** A value in the unit that suits it, such as {@code 1.50kB}. */
    public static String label(long value, String unit) {
        return label(value, unit, "auto");
    }

    /** A value in another unit with its name, with two decimals where it is not whole; {@code 0} has no unit. */
    public static String label(long value, String from, String to) {
        Measurement scaled = scale(value, from, to);
        String number = Decimal.fixed(scaled.amount, 2);
        if (number.endsWith(".00")) {
            number = number.substring(0, number.length() - 3);
        }
        return number.equals("0") || number.equals("-0") ? "0" : number + scaled.unit;
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
