/**
 * Columns: several numbers for each node or stack, where pprof has one.
 *
 * <p>A {@link io.tidemark.analysis.columns.SampleColumns} says what of a sample belongs into which column: its sample
 * types, the values of a label, what is older and what is newer. {@link io.tidemark.analysis.columns.ColumnSums} adds up. {@link
 * io.tidemark.analysis.columns.Accrual} tells what numbers of a type mean.
 */
@NullMarked
package io.tidemark.analysis.columns;

import org.jspecify.annotations.NullMarked;
