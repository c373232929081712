package io.tidemark.analysis.snapshot;

import io.tidemark.model.profile.Profile;

/**
 * A heap profile and when it was taken.
 *
 * @param second since the observation began
 * @param profile with the four sample types of Go's heap profiles
 * @param collected whether the program was made to collect garbage for it
 * @param collections how many collections had ended then; -1 when that is not known
 */
public record HeapSnapshot(double second, Profile profile, boolean collected, long collections) {}
