/** Benchmarks, and the generator of the profiles that they run on. */
@NullMarked
package io.tidemark.lab.bench;

import org.jspecify.annotations.NullMarked;
