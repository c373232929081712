package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.model.code.Frame;
import java.util.List;

/**
 * How the heap that one stack allocates changes.
 *
 * @param stack the leaf first, with the lines that hold most
 * @param decision {@link Trend.Decision#GROWING}, {@code SATURATING}, {@code FLAT} or {@code UNDECIDED}
 * @param rate how fast
 * @param turnover what came and went
 * @param q the share of false alarms among all stacks that are at least as sure to grow as this one
 * @param share of all growth of stacks that grow, from 0 to 1
 * @param sizes of the objects that make nine tenths of the growth, or of what is allocated; the size with most of it first
 * @param bytes in use at each snapshot
 */
public record StackGrowth(
        List<Frame> stack,
        Trend.Decision decision,
        Growth rate,
        Turnover turnover,
        double q,
        double share,
        List<Long> sizes,
        Series bytes) {
    private static final long LARGE = 512 << 10; // bytes of an object, from which on each is sampled
    private static final double FEW = 8;

    /**
     * What grows in a minute.
     *
     * @param bytesPerMinute the change from the first snapshot to the last
     * @param error the standard error of it, for only some objects are sampled
     * @param objectsPerMinute the same in objects
     */
    public record Growth(double bytesPerMinute, double error, double objectsPerMinute) {}

    /**
     * What came and went between the first snapshot and the last.
     *
     * @param newSamples sampled objects that were allocated
     * @param freedSamples sampled objects that were freed
     * @param allocated bytes that were allocated
     * @param kept bytes that there are more than before; less than 0 when there are less
     * @param p the probability of so much growth if objects were as likely to go as to come
     */
    public record Turnover(double newSamples, double freedSamples, double allocated, double kept, double p) {
        /** The share of what was allocated that stays: near 1 for a leak, near 0 for what comes and goes. */
        public double retention() {
            return allocated <= 0 ? 0 : kept / allocated;
        }
    }

    public StackGrowth {
        stack = List.copyOf(stack);
        sizes = List.copyOf(sizes);
    }

    public boolean isGrowing() {
        return decision == Trend.Decision.GROWING;
    }

    /** Whether at least half of what it allocates stays, or takes the place of what was smaller. */
    public boolean isRetained() {
        return turnover.retention() >= 0.5 || isReplaced();
    }

    /** Whether it is a few large objects that give way to ever larger ones: slices that are appended to. */
    public boolean isReplaced() {
        boolean isFew = objectSize() >= LARGE && bytes.last() <= FEW * (double) objectSize();
        for (int i = 1; i < bytes.size(); i++) {
            isFew &= bytes.value(i) >= bytes.value(i - 1);
        }
        return isFew;
    }

    /** The size of the objects that grow, or are allocated, most, in bytes. */
    public long objectSize() {
        return sizes.isEmpty() ? 0 : sizes.get(0);
    }
}
