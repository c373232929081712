package io.tidemark.analysis.reading;

import io.tidemark.model.profile.Profile;
import java.util.OptionalLong;

/**
 * A heap profile.
 *
 * @param second since the observation began
 * @param isCollected whether the target was made to collect garbage for it
 * @param collections how many collections the program had completed by then, when that is known: without one in between,
 *     two profiles are the same
 */
public record HeapSnapshot(double second, Profile profile, boolean isCollected, OptionalLong collections) {}
