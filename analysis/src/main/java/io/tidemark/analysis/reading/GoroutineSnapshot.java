package io.tidemark.analysis.reading;

import io.tidemark.model.profile.Profile;

/**
 * A goroutine profile.
 *
 * @param second since the observation began
 */
public record GoroutineSnapshot(double second, Profile profile) {
    /** How many goroutines there were. */
    public long count() {
        long[] sums = profile.sums();
        return sums.length == 0 ? 0 : sums[0];
    }
}
