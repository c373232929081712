/**
 * The forms in which people and programs read a {@link io.tidemark.analysis.finding.Diagnosis}: text for a terminal,
 * Markdown for a ticket, JSON for programs.
 *
 * <p>The verdict comes first, then cause, evidence and fix; then what it is not; then where the memory is.
 */
@NullMarked
package io.tidemark.analysis.answer;

import org.jspecify.annotations.NullMarked;
