package io.tidemark.model.measurement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of one unit in another, with the units looked up once: {@code ValueFormat.of("bytes", "auto").label(1536)}
 * is {@code 1.50kB}.
 */
public final class ValueFormat {
    private final @Nullable Unit from;
    private final @Nullable Unit to; // null where each value has a unit that suits it
    private final String plainUnit; // of values whose unit is not known

    private ValueFormat(@Nullable Unit from, @Nullable Unit to, String plainUnit) {
        this.from = from;
        this.to = to;
        this.plainUnit = plainUnit;
    }

    /**
     * Converts into another unit. {@code minimum} and {@code auto} choose the largest unit in which the amount is at least
     * one; a unit of another family, or one that is not known, gives the family's default. Where {@code from} is not known,
     * values stay as they are and take the name of {@code to}.
     */
    public static ValueFormat of(String from, String to) {
        Optional<Unit> known = Unit.parse(from);
        boolean automatic = to.equals("minimum") || to.equals("auto");
        if (known.isEmpty()) {
            boolean plain = automatic || to.equals("count") || to.equals("sample") || to.equals("unit");
            return new ValueFormat(null, null, plain ? "" : to);
        }
        if (automatic) {
            return new ValueFormat(known.get(), null, "");
        }
        Unit.Family family = known.get().family();
        Unit target = Unit.parse(to).filter(unit -> unit.family() == family).orElseGet(family::defaultUnit);
        return new ValueFormat(known.get(), target, "");
    }

    /** The amount in the other unit, and its name. */
    public Measurement scale(long value) {
        if (value < 0 && -value > 0) { // not for the smallest long, which is its own negative
            Measurement positive = scale(-value);
            return new Measurement(-positive.amount(), positive.unit());
        }
        if (from == null) {
            return new Measurement(value, plainUnit);
        }
        double amount = value * from.factor();
        Unit unit = to;
        if (unit == null) {
            unit = Unit.fitting(from.family(), amount);
        }
        return new Measurement(amount / unit.factor(), unit.name());
    }

    /** The value with two decimals where it is not whole, and the name of the unit; {@code 0} has none. */
    public String label(long value) {
        Measurement scaled = scale(value);
        String number = Decimal.fixed(scaled.amount(), 2);
        if (number.endsWith(".00")) {
            number = number.substring(0, number.length() - 3);
        }
        return number.equals("0") || number.equals("-0") ? "0" : number.concat(scaled.unit());
    }
}
