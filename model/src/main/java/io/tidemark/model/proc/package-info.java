/**
 * What Linux tells about a process: the text of files in {@code /proc}, as values. Which lines a file has depends on the
 * kernel, so what is missing is empty; what is there and can't be right is a {@link
 * io.tidemark.model.text.MalformedTextException}.
 *
 * @see <a href="https://docs.kernel.org/filesystems/proc.html">The /proc filesystem</a>
 */
@NullMarked
package io.tidemark.model.proc;

import org.jspecify.annotations.NullMarked;
