package io.tidemark.analysis.diff;

import io.tidemark.model.measurement.Decimal;

/**
 * A value before and after.
 *
 * <pre>{@code
 * before  after  change  relative
 *      0     12      12  new
 *     12      0     -12  gone
 *      8     10       2  +25.0%
 *      8    100      92  12.5x
 * }</pre>
 */
public record Change(long before, long after) {
    /** From which factor on the change is told as one. */
    private static final double LARGE = 10;

    /** What came in addition; negative where it became less. */
    public long amount() {
        return after - before;
    }

    /** The sum of both, side by side. */
    public Change plus(Change other) {
        return new Change(before + other.before, after + other.after);
    }

    /** The change in relation to what was there before, in words and numbers; empty where there is none. */
    public String relative() {
        if (before == after) {
            return "";
        }
        if (before == 0 || after == 0) {
            return before == 0 ? "new" : "gone";
        }
        double factor = (double) after / before;
        if (factor >= LARGE) {
            return Decimal.fixed(factor, 1) + "x";
        }
        double percent = 100.0 * amount() / Math.abs((double) before);
        return (percent < 0 ? "" : "+") + Decimal.fixed(percent, 1) + "%";
    }

    /** How it came to be: {@code new}, {@code gone}, {@code more}, {@code less} or {@code same}. */
    public String state() {
        if (before == after) {
            return "same";
        }
        return before == 0 ? "new" : after == 0 ? "gone" : before < after ? "more" : "less";
    }
}
