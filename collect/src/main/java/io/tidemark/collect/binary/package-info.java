/**
 * Binaries: opening the file that a mapping of a profile names, and asking what is at its addresses.
 *
 * <p>{@link io.tidemark.collect.binary.Binary} knows where the file was loaded and brings addresses of the process to
 * addresses of the file; nm, addr2line, llvm-symbolizer and objdump answer for the latter.
 */
@NullMarked
package io.tidemark.collect.binary;

import org.jspecify.annotations.NullMarked;
