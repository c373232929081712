/**
 * The profile: what was sampled, where and how much, and the algebra over it.
 *
 * <p>A {@link io.tidemark.model.profile.Profile} is immutable and columnar. Samples refer to locations by index,
 * locations to functions by index, functions to strings by index, and every column is an array of ints or longs, because
 * profiles of two million samples are normal and an object per sample is what makes other tools slow. The operations
 * ({@code merge}, {@code scale}, {@code filter}, {@code prune}, {@code aggregate}) return new profiles that share every
 * column which they do not change. A diff is a merge with the base scaled by -1.
 *
 * <p>Nothing here reads a file, a clock or a thread: formats decode into {@link
 * io.tidemark.model.profile.ProfileBuilder}, everything else starts from a {@code Profile}.
 */
@NullMarked
package io.tidemark.model.profile;

import org.jspecify.annotations.NullMarked;
