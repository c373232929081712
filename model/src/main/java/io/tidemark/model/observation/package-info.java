/**
 * What was seen of a running program for a minute or two: raw answers with their times, and nothing decoded.
 *
 * <p>An {@link io.tidemark.model.observation.Observation} is a list of {@link io.tidemark.model.observation.Capture}s, the
 * bytes as the target, {@code /proc} and the control group gave them. One that was just made and one that was read from a
 * bundle are the same, so the same diagnosis comes out of both.
 */
@NullMarked
package io.tidemark.model.observation;

import org.jspecify.annotations.NullMarked;
