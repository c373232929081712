/**
 * What Go's runtime says about its memory, from whichever page has it: {@code /debug/vars}, {@code /metrics}, or the
 * comments of a heap profile as text.
 *
 * @see <a href="https://pkg.go.dev/runtime#MemStats">runtime.MemStats</a>
 * @see <a href="https://pkg.go.dev/runtime/metrics">runtime/metrics</a>
 */
@NullMarked
package io.tidemark.analysis.memstats;

import org.jspecify.annotations.NullMarked;
