/**
 * The command {@code tidemark pprof}: its flags, what they ask for, and how a profile gets from its sources to a report or
 * into the shell.
 */
@NullMarked
package io.tidemark.cli.pprof;

import org.jspecify.annotations.NullMarked;
