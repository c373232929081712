/**
 * Listings: the source of functions, or their assembly, with what each line and each instruction cost.
 *
 * <p>They need sources and binaries, which the caller hands in; everything else they compute from the columns of the
 * profile, without a graph.
 */
@NullMarked
package io.tidemark.analysis.listing;

import org.jspecify.annotations.NullMarked;
