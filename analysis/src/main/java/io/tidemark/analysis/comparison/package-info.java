/**
 * Two observations of a program, before and after a change: whether the leak is gone, and what else became better or worse.
 *
 * <p>A {@link io.tidemark.analysis.comparison.Comparison} is pure data, made of two {@link
 * io.tidemark.analysis.comparison.Side}s; all forms that people and programs read are made from it.
 */
@NullMarked
package io.tidemark.analysis.comparison;

import org.jspecify.annotations.NullMarked;
