package io.tidemark.lab.score.grade;

import java.util.Locale;

/**
 * A number of a summary.
 *
 * @param text as people read it; a dash where there is nothing to measure
 * @param value the number itself; not a number where there is none
 */
public record Figure(String text, double value) {
    private static final Figure NONE = new Figure("–", Double.NaN);

    /** Such as {@code 93 % of 30}. */
    static Figure share(long part, long all) {
        if (all == 0) {
            return NONE;
        }
        double share = (double) part / all;
        return new Figure(percent(share) + " of " + all, share);
    }

    /** Such as {@code 7.3 %}. */
    static Figure percentage(double share) {
        return Double.isNaN(share) ? NONE : new Figure(percent(share), share);
    }

    /** Such as {@code 61.2 s}; digits as many as are worth reading. */
    static Figure number(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String digits = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f";
        return new Figure(String.format(Locale.ROOT, digits, value) + (unit.isEmpty() ? "" : " " + unit), value);
    }

    private static String percent(double share) {
        double percent = share * 100;
        String digits = Math.abs(percent) >= 10 || percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%";
        return String.format(Locale.ROOT, digits, percent);
    }
}
