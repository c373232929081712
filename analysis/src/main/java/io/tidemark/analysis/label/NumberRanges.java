package io.tidemark.analysis.label;

import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.measurement.Unit;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names numbers so that there are few names: each number has its own where that is few enough, else the range that it lies
 * in. Ranges are powers of 2 for memory and of 10 for all else; where that is still too many, each spans several.
 *
 * <pre>{@code
 * 1kB, 2kB, 4kB, 1MB     at most four        at most three
 *                        1kB                 1kB..4kB
 *                        2kB                 4kB..16kB
 *                        4kB                 1MB..4MB
 *                        1MB
 * }</pre>
 *
 * <p>A range has its lower bound and not its upper one. Negative numbers have the ranges of their opposites.
 */
final class NumberRanges {
    private final String unit;
    private final SortedMap<Long, String> names = new TreeMap<>();
    private final SortedMap<Long, Integer> places = new TreeMap<>();

    /** Names for numbers of a unit. */
    NumberRanges(Collection<Long> numbers, String unit, int most) {
        this.unit = unit;
        SortedSet<Long> sorted = new TreeSet<>(numbers);
        boolean exact = sorted.size() <= most;
        int step = 1;
        while (!exact && ranges(sorted, step) > most && step < Long.SIZE) {
            step++;
        }
        long last = Long.MIN_VALUE;
        int place = -1;
        for (long number : sorted) {
            long range = exact ? number : range(number, step);
            place += place < 0 || range != last ? 1 : 0;
            last = range;
            places.put(number, place);
            names.put(number, exact ? label(number) : name(number, step));
        }
    }

    private int ranges(SortedSet<Long> sorted, int step) {
        int count = 0;
        long last = 0;
        for (long number : sorted) {
            long range = range(number, step);
            count += count == 0 || range != last ? 1 : 0;
            last = range;
        }
        return count;
    }

    /** The name of a number that was given. */
    String name(long number) {
        return names.getOrDefault(number, label(number));
    }

    /** The place of the name of a number among all names. */
    int place(long number) {
        return places.getOrDefault(number, 0);
    }

    private int base() {
        Optional<Unit> known = Unit.parse(unit);
        return known.isPresent() && known.get().family() == Unit.Family.MEMORY ? 2 : 10;
    }

    /** The range of a number: 0 of zero, else 1 more than the power that it reaches, in steps, with its sign. */
    private long range(long number, int step) {
        if (number == 0) {
            return 0;
        }
        int power = 0;
        for (long rest = Math.abs(number / base()); rest > 0; rest /= base()) {
            power++;
        }
        return Long.signum(number) * (power / step + 1L);
    }

    private String name(long number, int step) {
        long range = Math.abs(range(number, step));
        if (range == 0) {
            return label(0);
        }
        String from = label(Long.signum(number) * power((range - 1) * step));
        String to = label(Long.signum(number) * power(range * step));
        return number > 0 ? from + ".." + to : to + ".." + from;
    }

    private long power(long exponent) {
        double power = Math.pow(base(), (double) exponent);
        return power < 0x1p63 ? (long) power : Long.MAX_VALUE;
    }

    private String label(long number) {
        return Measurement.label(number, unit);
    }
}
