/**
 * What profiles are wrapped in: gzip and zstd, told by their first bytes, one inside the other where somebody did that.
 *
 * <p>{@link io.tidemark.collect.compression.Compression} unwraps a stream and keeps it within a limit, so that a few
 * kilobytes can't become terabytes. {@link io.tidemark.collect.compression.ReadAhead} does the unwrapping on another thread
 * while what it gave is decoded.
 */
@NullMarked
package io.tidemark.collect.compression;

import org.jspecify.annotations.NullMarked;
