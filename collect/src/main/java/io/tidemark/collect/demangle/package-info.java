/**
 * Names for people: what C++ and Rust make of names, undone.
 *
 * <p>The decoding is done by c++filt, once for all names of a profile. How much of a name is shown is decided here, on the
 * text, so that it reads as pprof's does.
 */
@NullMarked
package io.tidemark.collect.demangle;

import org.jspecify.annotations.NullMarked;
