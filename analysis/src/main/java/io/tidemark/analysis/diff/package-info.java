/**
 * Differences: two profiles, or three, side by side.
 *
 * <p>{@link io.tidemark.analysis.diff.Differences} compares a profile with its base, {@link
 * io.tidemark.analysis.diff.Survivors} looks for what came between two snapshots and is there in a third. What a difference
 * means depends on how values come about, which {@link io.tidemark.analysis.columns.Accrual} knows.
 */
@NullMarked
package io.tidemark.analysis.diff;

import org.jspecify.annotations.NullMarked;
