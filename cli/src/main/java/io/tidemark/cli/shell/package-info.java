/**
 * The shell of {@code tidemark pprof}: reads commands and assignments, from a terminal with history and completion, from
 * anything else line by line.
 */
@NullMarked
package io.tidemark.cli.shell;

import org.jspecify.annotations.NullMarked;
