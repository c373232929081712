package io.tidemark.model.profile;

/**
 * How much a decoder accepts before it refuses. An input comes from a stranger: a few kilobytes can claim to hold
 * billions of samples, and must not be believed.
 *
 * @param maxBytes the most bytes of an input after decompression
 * @param maxFrames the most frames of one stack
 * @param maxLabels the most labels of one sample
 */
public record Limits(long maxBytes, int maxFrames, int maxLabels) {
    /** 4 GiB, 65,536 frames a stack and 4,096 labels a sample. */
    public static final Limits DEFAULT = new Limits(4L << 30, 1 << 16, 1 << 12);

    public Limits {
        if (maxBytes <= 0 || maxFrames <= 0 || maxLabels <= 0) {
            throw new IllegalArgumentException("limits: " + maxBytes + " bytes, " + maxFrames + " frames, " + maxLabels
                    + " labels (expected all above zero)");
        }
    }

    /** The same limits with another number of bytes. */
    public Limits withMaxBytes(long bytes) {
        return new Limits(bytes, maxFrames, maxLabels);
    }
}
