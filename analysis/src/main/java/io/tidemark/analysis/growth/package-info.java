/**
 * What grows, and how sure that is: of a series, of the stacks of heap profiles, of size classes, of goroutines; which of
 * them grow together, and whether load explains it.
 */
@NullMarked
package io.tidemark.analysis.growth;

import org.jspecify.annotations.NullMarked;
