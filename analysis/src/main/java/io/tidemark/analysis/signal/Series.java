package io.tidemark.analysis.signal;

import java.util.Arrays;

/** Values at increasing times. The times are seconds since the observation began. */
public final class Series {
    /** Nothing was seen. */
    public static final Series EMPTY = new Series(new double[0], new double[0]);

    private final double[] seconds;
    private final double[] values;

    private Series(double[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    /** Values at times, which must not decrease; all finite. */
    public static Series of(double[] seconds, double[] values) {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(seconds.length + " times of " + values.length + " values");
        }
        for (int i = 0; i < seconds.length; i++) {
            boolean isOrdered = i == 0 || seconds[i] >= seconds[i - 1];
            if (!isOrdered || !Double.isFinite(seconds[i]) || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + values[i] + " at " + seconds[i]
                        + " s (expected finite numbers and increasing times)");
            }
        }
        return seconds.length == 0 ? EMPTY : new Series(seconds.clone(), values.clone());
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public double second(int index) {
        return seconds[index];
    }

    public double value(int index) {
        return values[index];
    }

    public double first() {
        return values[0];
    }

    public double last() {
        return values[values.length - 1];
    }

    /** From the first value to the last, in seconds. */
    public double length() {
        return isEmpty() ? 0 : seconds[seconds.length - 1] - seconds[0];
    }

    public double change() {
        return isEmpty() ? 0 : last() - first();
    }

    /**
     * How much more there is in the last third than in the first, by the least values and by the middle ones, whichever says
     * less; of fewer than six values, the change. What goes up and down like a saw has risen only when it no longer comes
     * down as far.
     */
    public double rise() {
        int third = size() / 3;
        if (size() < 6) {
            return change();
        }
        double middle = slice(size() - third, size()).median() - slice(0, third).median();
        return Math.min(middle, least(size() - third, size()) - least(0, third));
    }

    private double least(int from, int to) {
        double least = values[from];
        for (int i = from; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    public double[] seconds() {
        return seconds.clone();
    }

    public double[] values() {
        return values.clone();
    }

    /** The values from one index to another, the second one excluded. */
    public Series slice(int from, int to) {
        return of(Arrays.copyOfRange(seconds, from, to), Arrays.copyOfRange(values, from, to));
    }

    /** The middle of the values in order; 0 of none. */
    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return 0;
        }
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    @Override
    public String toString() {
        return isEmpty() ? "no values" : size() + " values in " + length() + " s, " + first() + " to " + last();
    }
}
