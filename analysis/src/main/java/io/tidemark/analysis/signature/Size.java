package io.tidemark.analysis.signature;

/**
 * How large the objects of a group are, and how many.
 *
 * @param bytes the least that one object takes; 0 when it does not matter
 * @param atLeast the least number of them
 * @param atMost the largest number
 * @param kinds the least number of different sizes among them; 0 when it does not matter
 */
public record Size(long bytes, double atLeast, double atMost, int kinds) {
    /** Whatever. */
    static final Size ANY = new Size(0, 0, Double.POSITIVE_INFINITY, 0);

    /** Whether a suspect has this size; unknown when the size of its objects matters and was not seen. */
    Truth holds(Suspect suspect) {
        if (suspect.count() < atLeast || suspect.count() > atMost) {
            return Truth.NO;
        }
        return holds(suspect.objectBytes(), bytes).and(holds(suspect.kinds(), kinds));
    }

    private static Truth holds(long seen, long least) {
        if (least == 0) {
            return Truth.YES;
        }
        return seen == 0 ? Truth.UNKNOWN : Truth.of(seen >= least);
    }

    /** How much it says when it holds. */
    double weight() {
        return (bytes == 0 ? 0 : 0.5)
                + (atLeast == 0 ? 0 : 0.5)
                + (atMost == Double.POSITIVE_INFINITY ? 0 : 0.5)
                + (kinds == 0 ? 0 : 1.5);
    }
}
