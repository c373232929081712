/**
 * ELF, the format of binaries on Linux, as far as it takes to find code in them: what is loaded where, which build it is,
 * and where a symbol lies. Everything else about binaries is asked of tools.
 *
 * <p>Files come from anywhere and may be cut off or made up: what can't be read is a {@link
 * io.tidemark.collect.elf.MalformedElfException}, and nothing is allocated on the word of the file alone.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">System V ABI, chapters 4 and 5</a>
 */
@NullMarked
package io.tidemark.collect.elf;

import org.jspecify.annotations.NullMarked;
