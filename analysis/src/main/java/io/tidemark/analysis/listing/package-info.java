/**
 * Listings: the source of functions, or their assembly, with what each line and each instruction cost.
 *
 * <p>Three reports: {@link io.tidemark.analysis.listing.SourceListing} (pprof's {@code list}), {@link
 * io.tidemark.analysis.listing.AssemblyListing} ({@code disasm}) and {@link io.tidemark.analysis.listing.WebListing}
 * ({@code weblist}). They need sources and binaries, which the caller hands in as {@link
 * io.tidemark.analysis.source.SourceFiles} and {@link io.tidemark.analysis.listing.BinaryFiles}.
 */
@NullMarked
package io.tidemark.analysis.listing;

import org.jspecify.annotations.NullMarked;
