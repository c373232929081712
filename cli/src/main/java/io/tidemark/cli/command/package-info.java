/**
 * The commands of {@code tidemark pprof}: their table, {@link io.tidemark.cli.command.Command}, and what carries one out,
 * {@link io.tidemark.cli.command.Generator}: it has the report made and brings it to standard output, into a file, through
 * Graphviz, or before the user's eyes.
 */
@NullMarked
package io.tidemark.cli.command;

import org.jspecify.annotations.NullMarked;
