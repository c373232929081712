/**
 * Reports of pprof, read back from the text that people paste into tickets and chats.
 *
 * <p>A report says less than the profile that it was made of, and numbers are rounded to three digits or so. What each
 * kind keeps is in the reader's description. Everything before the first heading is skipped, and everything from the
 * first empty line or prompt after a table: only the first report of a text is read.
 */
@NullMarked
package io.tidemark.model.pasted;

import org.jspecify.annotations.NullMarked;
