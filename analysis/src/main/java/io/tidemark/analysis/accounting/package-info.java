/**
 * Where the memory is, down to the last byte: from the number that a monitor shows to the heap that is alive. {@link
 * io.tidemark.analysis.accounting.Accounting} is where to start.
 *
 * <p>Every line is measured, or is what is left of a line above it and says so. Nothing is rounded away: what the numbers
 * do not explain is a line of its own.
 */
@NullMarked
package io.tidemark.analysis.accounting;

import org.jspecify.annotations.NullMarked;
