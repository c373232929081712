/**
 * The formats that came before profile.proto: what gperftools, old Java agents and Go's {@code debug=1} pages write.
 *
 * <p>They have in common that a stack is a list of return addresses and that symbols, if any, come separately. Each
 * reader collects its stacks in {@link io.tidemark.model.legacy.AddressSamples}, which numbers the locations in the order
 * in which samples refer to them and finds the mapping of each. What comes out is what pprof makes of the same input, to
 * the order and the number of every location, because people compare; where we accept more or refuse more, the reader
 * says so.
 *
 * @see <a href="https://gperftools.github.io/gperftools/cpuprofile-fileformat.html">the binary CPU profile</a>
 * @see <a href="https://gperftools.github.io/gperftools/heapprofile.html">the heap profile</a>
 * @see <a href="https://pkg.go.dev/runtime/pprof#Profile.WriteTo">Go's debug=1</a>
 */
@NullMarked
package io.tidemark.model.legacy;

import org.jspecify.annotations.NullMarked;
