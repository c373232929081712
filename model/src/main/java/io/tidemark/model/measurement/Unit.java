package io.tidemark.model.measurement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit of measurement and the family that it can be converted within: memory in powers of 1,024, time, or CPU.
 *
 * @param name the name that is printed, such as {@code MB}
 * @param family the units that it can be converted to
 * @param factor how many base units it is
 */
public record Unit(String name, Family family, double factor) {
    /** Units that convert into each other, from the smallest, and the one to use where the wish is not understood. */
    public enum Family {
        MEMORY("B", 1),
        TIME("s", 1e9),
        CPU("GCU", 1);

        private final String defaultName;
        private final double defaultFactor;

        Family(String defaultName, double defaultFactor) {
            this.defaultName = defaultName;
            this.defaultFactor = defaultFactor;
        }

        Unit defaultUnit() {
            return new Unit(defaultName, this, defaultFactor);
        }
    }

    private record Entry(Unit unit, List<String> aliases) {}

    private static final List<Entry> ENTRIES = List.of(
            entry(Family.MEMORY, "B", 1, "b", "byte"),
            entry(Family.MEMORY, "kB", 0x1p10, "kb", "kbyte", "kilobyte"),
            entry(Family.MEMORY, "MB", 0x1p20, "mb", "mbyte", "megabyte"),
            entry(Family.MEMORY, "GB", 0x1p30, "gb", "gbyte", "gigabyte"),
            entry(Family.MEMORY, "TB", 0x1p40, "tb", "tbyte", "terabyte"),
            entry(Family.MEMORY, "PB", 0x1p50, "pb", "pbyte", "petabyte"),
            entry(Family.TIME, "ns", 1, "ns", "nanosecond"),
            entry(Family.TIME, "us", 1e3, "\u03bcs", "us", "microsecond"),
            entry(Family.TIME, "ms", 1e6, "ms", "millisecond"),
            entry(Family.TIME, "s", 1e9, "s", "sec", "second"),
            entry(Family.TIME, "hrs", 3.6e12, "hour", "hr"),
            entry(Family.CPU, "n*GCU", 1e-9, "nanogcu"),
            entry(Family.CPU, "u*GCU", 1e-6, "microgcu"),
            entry(Family.CPU, "m*GCU", 1e-3, "milligcu"),
            entry(Family.CPU, "GCU", 1, "gcu"),
            entry(Family.CPU, "k*GCU", 1e3, "kilogcu"),
            entry(Family.CPU, "M*GCU", 1e6, "megagcu"),
            entry(Family.CPU, "G*GCU", 1e9, "gigagcu"),
            entry(Family.CPU, "T*GCU", 1e12, "teragcu"),
            entry(Family.CPU, "P*GCU", 1e15, "petagcu"));

    private static Entry entry(Family family, String name, double factor, String... aliases) {
        return new Entry(new Unit(name, family, factor), List.of(aliases));
    }

    /** The unit of a name in any case, singular or plural, such as {@code Bytes} or {@code ms}. */
    public static Optional<Unit> parse(String name) {
        String alias = name.toLowerCase(Locale.ROOT);
        if (alias.length() > 2 && alias.endsWith("s")) {
            alias = alias.substring(0, alias.length() - 1);
        }
        for (Entry entry : ENTRIES) {
            if (entry.aliases().contains(alias)) {
                return Optional.of(entry.unit());
            }
        }
        return Optional.empty();
    }

    /** The largest unit of a family in which an amount of base units is at least one; its default when there is none. */
    static Unit fitting(Family family, double amount) {
        Unit best = null;
        for (Entry entry : ENTRIES) {
            Unit unit = entry.unit();
            if (unit.family() == family && amount / unit.factor() >= 1) {
                best = unit;
            }
        }
        return best == null ? family.defaultUnit() : best;
    }
}
