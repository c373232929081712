package io.tidemark.analysis.signature;

/**
 * How large the objects of a group are, and how many.
 *
 * @param bytes the least that one object takes; 0 when it does not matter
 * @param atLeast the least number of them
 * @param atMost the largest number
 */
public record Size(long bytes, double atLeast, double atMost) {
    /** Whatever. */
    static final Size ANY = new Size(0, 0, Double.POSITIVE_INFINITY);

    /** Whether a suspect has this size; unknown when the size of its objects matters and was not seen. */
    Truth holds(Suspect suspect) {
        if (suspect.count() < atLeast || suspect.count() > atMost) {
            return Truth.NO;
        }
        if (bytes == 0) {
            return Truth.YES;
        }
        return suspect.objectBytes() == 0 ? Truth.UNKNOWN : Truth.of(suspect.objectBytes() >= bytes);
    }

    /** How much it says when it holds. */
    double weight() {
        return (bytes == 0 ? 0 : 0.5) + (atLeast == 0 ? 0 : 0.5) + (atMost == Double.POSITIVE_INFINITY ? 0 : 0.5);
    }
}
