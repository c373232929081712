package io.tidemark.analysis.graph;

/** Sums of flat and cumulative values, and of their divisors, which are 0 where the values are no means. */
public final class Tally {
    private long flat;
    private long flatDivisor;
    private long cum;
    private long cumDivisor;

    /** Values that are no means. */
    public static Tally of(long flat, long cum) {
        Tally tally = new Tally();
        tally.addFlat(flat, 0);
        tally.addCum(cum, 0);
        return tally;
    }

    void addFlat(long value, long divisor) {
        flat += value;
        flatDivisor += divisor;
    }

    void addCum(long value, long divisor) {
        cum += value;
        cumDivisor += divisor;
    }

    /** Adds the sums of another. */
    public void add(Tally other) {
        addFlat(other.flat, other.flatDivisor);
        addCum(other.cum, other.cumDivisor);
    }

    /** The sum of the flat values. */
    public long flat() {
        return flat;
    }

    /** The sum of the cumulative values. */
    public long cum() {
        return cum;
    }

    /** What the cumulative value is divided by, or 0. */
    long cumDivisor() {
        return cumDivisor;
    }

    /** The flat value, or the mean. */
    public long flatValue() {
        return flatDivisor == 0 ? flat : flat / flatDivisor;
    }

    /** The cumulative value, or the mean. */
    public long cumValue() {
        return cumDivisor == 0 ? cum : cum / cumDivisor;
    }

    /** Whether there is nothing to show. */
    boolean isZero() {
        return flat == 0 && cum == 0;
    }

    /** Whether the value is below zero: the flat one, or the cumulative one where there is no flat one. */
    boolean isNegative() {
        return flat < 0 || (flat == 0 && cum < 0);
    }

    @Override
    public String toString() {
        return "flat " + flatValue() + " cum " + cumValue();
    }
}
