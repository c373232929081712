/**
 * Flame graphs: the stacks of a profile merged from the root, and the forms in which they leave.
 *
 * <p>A {@link io.tidemark.analysis.flame.FlameTree} holds every way from the root to a frame once. {@link
 * io.tidemark.analysis.flame.FoldedReport} prints it for the scripts that draw flame graphs, {@link
 * io.tidemark.analysis.flame.FlamePage} makes a page of it that needs no network.
 */
@NullMarked
package io.tidemark.analysis.flame;

import org.jspecify.annotations.NullMarked;
