/**
 * Sources: where the files are that a profile names, and the lines in them.
 *
 * <p>Nothing here reads a file. The caller hands in {@link io.tidemark.analysis.source.SourceFiles}; which of its files is
 * meant is decided here, since profiles carry the paths of the machine that the program was built on.
 */
@NullMarked
package io.tidemark.analysis.source;

import org.jspecify.annotations.NullMarked;
