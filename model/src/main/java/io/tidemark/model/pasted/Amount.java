package io.tidemark.model.pasted;

import io.tidemark.model.measurement.Unit;
import io.tidemark.model.text.Characters;
import java.util.Optional;

/**
 * A number as reports print it, in the unit that profiles have it in.
 *
 * <pre>
 * 512.19kB   524483 bytes
 * 1.50s      1500000000 nanoseconds
 * 12         12, of no unit
 * </pre>
 *
 * @param value rounded to a whole number
 * @param unit {@code bytes}, {@code nanoseconds}, what was printed if that is another, or empty
 */
record Amount(long value, String unit) {

    static Optional<Amount> parse(String text) {
        int end = text.startsWith("-") ? 1 : 0;
        int start = end;
        while (end < text.length() && (Characters.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        if (end == start || end - start > 40 || hasBlank(text, end)) {
            return Optional.empty();
        }
        double number;
        try {
            number = Double.parseDouble(text.substring(0, end));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        String name = text.substring(end);
        Optional<Unit> unit = Unit.parse(name);
        if (unit.isPresent() && unit.get().family() == Unit.Family.MEMORY) {
            return Optional.of(new Amount(Math.round(number * unit.get().factor()), "bytes"));
        }
        if (unit.isPresent() && unit.get().family() == Unit.Family.TIME) {
            return Optional.of(new Amount(Math.round(number * unit.get().factor()), "nanoseconds"));
        }
        return Optional.of(new Amount(Math.round(number), name));
    }

    private static boolean hasBlank(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Characters.isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
