package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.measurement.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * A range of amounts, both ends included, such as {@code 1kb:64kb}.
 *
 * @param unit the unit of both ends
 */
record NumberRange(double from, double to, String unit) {

    /** Reads {@code N}, {@code N:}, {@code :N} or {@code N:N}; null when it is none of them. */
    static @Nullable NumberRange parse(String what, String text) throws ReportException {
        int first = text.startsWith(":") ? 1 : 0;
        int firstEnd = amountEnd(text, first);
        if (firstEnd < 0) {
            return null;
        }
        Measurement amount = amount(what, text.substring(first, firstEnd), null);
        if (firstEnd == text.length()) {
            double from = first == 0 ? amount.amount() : Double.NEGATIVE_INFINITY;
            return new NumberRange(from, amount.amount(), amount.unit());
        }
        if (first == 1 || text.charAt(firstEnd) != ':') {
            return null;
        }
        if (firstEnd + 1 == text.length()) {
            return new NumberRange(amount.amount(), Double.POSITIVE_INFINITY, amount.unit());
        }
        if (amountEnd(text, firstEnd + 1) != text.length()) {
            return null;
        }
        Measurement other = amount(what, text.substring(firstEnd + 1), amount.unit());
        return other.unit().equals(amount.unit())
                ? new NumberRange(amount.amount(), other.amount(), amount.unit())
                : null;
    }

    /** Whether an amount is in the range, in a unit that can be converted. */
    boolean contains(long value, String valueUnit) {
        Measurement scaled = Measurement.scale(value, valueUnit, unit);
        return scaled.unit().equals(unit) && scaled.amount() >= from && scaled.amount() <= to;
    }

    /** Where the amount that starts at {@code start} ends, a number and perhaps letters; -1 when there is none. */
    private static int amountEnd(String text, int start) {
        int end = numberEnd(text, start);
        if (end < 0) {
            return -1;
        }
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int numberEnd(String text, int start) {
        int digits = start < text.length() && "+-".indexOf(text.charAt(start)) >= 0 ? start + 1 : start;
        int end = digits;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == digits ? -1 : end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Measurement amount(String what, String text, @Nullable String unit) throws ReportException {
        int end = numberEnd(text, 0);
        String from = text.substring(end);
        try {
            return Measurement.scale(GoLiteral.decimal(text.substring(0, end)), from, unit == null ? from : unit);
        } catch (NumberFormatException e) {
            throw new ReportException(what + ": " + text + " (expected a number of at most 64 bits)");
        }
    }
}
