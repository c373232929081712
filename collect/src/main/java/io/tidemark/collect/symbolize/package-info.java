/**
 * Symbolising: finding functions, files and lines for the addresses of a profile that came without them.
 *
 * <p>The steps are those of pprof. {@link io.tidemark.collect.symbolize.BinaryLocator} finds the binaries that mappings
 * name; {@link io.tidemark.collect.symbolize.Symbolizer} asks them, then the server that the profile came from, and makes
 * names readable. Profiles of Go and Java need nothing of it but the last step, which is then a look at each name.
 */
@NullMarked
package io.tidemark.collect.symbolize;

import org.jspecify.annotations.NullMarked;
