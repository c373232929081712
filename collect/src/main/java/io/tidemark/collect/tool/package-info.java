/**
 * The programs that know binaries: nm, addr2line, llvm-symbolizer, objdump, c++filt. Where they are, and how to talk to
 * them without waiting for ever.
 */
@NullMarked
package io.tidemark.collect.tool;

import org.jspecify.annotations.NullMarked;
