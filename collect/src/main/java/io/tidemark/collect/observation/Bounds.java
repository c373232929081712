package io.tidemark.collect.observation;

import java.time.Duration;

/**
 * How much a target is asked, and how much of its answers is taken.
 *
 * @param timeout for one answer
 * @param answerBytes the most bytes of one answer
 * @param totalBytes the most bytes of all answers that are kept
 * @param collections how often it may be made to collect garbage
 * @param collectedHeap the size of the live heap, in bytes, from which it is not, but at the beginning and at the end
 * @param dumpedGoroutines how many goroutines there may be for a dump of each
 */
public record Bounds(
        Duration timeout, int answerBytes, long totalBytes, int collections, long collectedHeap, int dumpedGoroutines) {
    /** 10 s, 64 MiB an answer and 1 GiB of them, 7 collections, below 1 GB, and dumps of up to 20,000 goroutines. */
    public static final Bounds DEFAULT =
            new Bounds(Duration.ofSeconds(10), 64 << 20, 1L << 30, 7, 1_000_000_000, 20_000);

    public Bounds {
        if (timeout.isNegative() || timeout.isZero() || answerBytes <= 0 || totalBytes <= 0 || collections < 0) {
            throw new IllegalArgumentException("bounds: " + timeout + ", " + answerBytes + " and " + totalBytes
                    + " bytes, " + collections + " collections (expected all above zero)");
        }
    }

    public Bounds withTimeout(Duration other) {
        return new Bounds(other, answerBytes, totalBytes, collections, collectedHeap, dumpedGoroutines);
    }

    public Bounds withTotalBytes(long other) {
        return new Bounds(timeout, answerBytes, other, collections, collectedHeap, dumpedGoroutines);
    }
}
