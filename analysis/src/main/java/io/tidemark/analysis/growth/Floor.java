package io.tidemark.analysis.growth;

/**
 * How much must change before it is called a change.
 *
 * @param absolute the least change that counts
 * @param relative the least change that counts, as a share of the level
 * @param error the standard error of one value; 0 for values that are counted exactly
 */
public record Floor(double absolute, double relative, double error) {
    /** For memory as it is measured: 8 MiB or 5 %. */
    public static final Floor BYTES = new Floor(8 << 20, 0.05, 64 << 10);

    /** For the live heap right after a collection: 1 MiB or 5 %. */
    public static final Floor LIVE_HEAP = new Floor(1 << 20, 0.05, 16 << 10);

    /** For what is counted and not estimated, such as goroutines and descriptors: 5 of them, or 5 %. */
    public static final Floor COUNT = new Floor(5, 0.05, 0);

    public Floor {
        if (!(absolute > 0) || !(relative >= 0) || !(error >= 0)) {
            throw new IllegalArgumentException("floor: " + absolute + ", " + relative + ", " + error
                    + " (expected more than 0, at least 0, at least 0)");
        }
    }

    /** The least change of something at a level. */
    public double of(double level) {
        return Math.max(absolute, relative * Math.abs(level));
    }

    /** Whether a value is what there is, and no estimate. */
    boolean isExact() {
        return error == 0;
    }

    /** The least noise to reckon with in a value. */
    double noise() {
        return isExact() ? 0.3 : error; // a count is whole: the deviation of rounding is 0.29
    }
}
