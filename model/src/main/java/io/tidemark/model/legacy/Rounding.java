package io.tidemark.model.legacy;

/** Numbers as Go on amd64 converts them. */
final class Rounding {
    private Rounding() {}

    /** The whole part; what does not fit, and what is no number, becomes the smallest long. */
    static long toLong(double value) {
        return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
    }
}
