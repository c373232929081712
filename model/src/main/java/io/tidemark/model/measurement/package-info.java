/**
 * Numbers with units: scaling them, and writing them as pprof writes them.
 *
 * <p>The rounding is that of C and Go, on the exact binary value with ties to even, which {@link
 * java.lang.String#format} does not do.
 */
@NullMarked
package io.tidemark.model.measurement;

import org.jspecify.annotations.NullMarked;
