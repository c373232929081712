package io.tidemark.analysis.snapshot;

import io.tidemark.model.profile.Profile;

/**
 * The goroutines by stack, and when they were counted.
 *
 * @param second since the observation began
 * @param profile of the type {@code goroutine/count}
 */
public record GoroutineSnapshot(double second, Profile profile) {}
