/**
 * Labels: reports broken down by the values of a label.
 *
 * <p>{@link io.tidemark.analysis.label.LabelGroups} puts samples into groups by a label of any key, numbers into ranges.
 * {@link io.tidemark.analysis.label.LabelTable} has a column for each group.
 */
@NullMarked
package io.tidemark.analysis.label;

import org.jspecify.annotations.NullMarked;
