/**
 * From what was observed to an answer.
 *
 * <p>{@link io.tidemark.analysis.diagnosis.Judge} is the way in. An {@link io.tidemark.analysis.diagnosis.Inquiry} holds all
 * that was worked out of the observation; detectors look at it, each for one sort of thing, and give findings.
 */
@NullMarked
package io.tidemark.analysis.diagnosis;

import org.jspecify.annotations.NullMarked;
