package io.tidemark.collect.bundle;

/**
 * How much of a bundle is accepted.
 *
 * @param entries the most entries
 * @param entryBytes the most bytes of one of them, inflated
 * @param totalBytes the most bytes of all of them, inflated
 */
public record BundleLimits(int entries, int entryBytes, long totalBytes) {
    /** 500,000 entries, 256 MiB each and 2 GiB together. */
    public static final BundleLimits DEFAULT = new BundleLimits(500_000, 256 << 20, 2L << 30);

    public BundleLimits {
        if (entries <= 0 || entryBytes <= 0 || totalBytes <= 0) {
            throw new IllegalArgumentException("limits: " + entries + " entries, " + entryBytes + " and " + totalBytes
                    + " bytes (expected all above zero)");
        }
    }
}
