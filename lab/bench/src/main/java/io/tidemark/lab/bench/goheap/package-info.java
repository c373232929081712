/**
 * Makes heap profiles that look like those of large Go programs, of any size, the same ones on every
 * machine. A {@link io.tidemark.lab.bench.goheap.Program} is made up from one seed: functions with names,
 * files and addresses, and who calls whom how often. {@link io.tidemark.lab.bench.goheap.GoHeapProfile}
 * walks through it from another seed and writes what the Go runtime would have written.
 */
@NullMarked
package io.tidemark.lab.bench.goheap;

import org.jspecify.annotations.NullMarked;
