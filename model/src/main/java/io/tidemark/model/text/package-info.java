/**
 * Text that profiles are written in, read line by line.
 *
 * <p>A dump of half a million goroutines has hundreds of megabytes and a stranger wrote it: {@link
 * io.tidemark.model.text.LineReader} holds one line at a time and refuses what exceeds a limit, and {@link
 * io.tidemark.model.text.Cursor} takes a line apart in one pass. No regular expressions are used, because the usual ones
 * need quadratic time, or a stack as deep as the line is long, on lines that are made to hurt.
 */
@NullMarked
package io.tidemark.model.text;

import org.jspecify.annotations.NullMarked;
