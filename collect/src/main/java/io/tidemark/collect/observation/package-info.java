/**
 * Observing running programs: for a minute or two, as a plan says.
 *
 * <p>{@link io.tidemark.collect.observation.Observer} asks the HTTP server of the target for profiles and counters, and
 * reads {@code /proc} and the control group where the target runs on this machine. A {@link
 * io.tidemark.collect.observation.Plan} says what is captured when. Nothing here decodes more than it takes to see that an
 * answer is what was asked for, and to spare the target.
 */
@NullMarked
package io.tidemark.collect.observation;

import org.jspecify.annotations.NullMarked;
