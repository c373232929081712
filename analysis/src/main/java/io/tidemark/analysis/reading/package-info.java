/**
 * From raw captures to numbers and profiles: {@link io.tidemark.analysis.reading.Readings} is an observation, decoded.
 *
 * <p>A capture that can't be decoded becomes a note for the user. When the program was restarted during the observation,
 * only what came after the last restart counts.
 */
@NullMarked
package io.tidemark.analysis.reading;

import org.jspecify.annotations.NullMarked;
