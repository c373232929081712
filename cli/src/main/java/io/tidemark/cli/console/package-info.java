/** Where a command reads and writes: the three standard streams, whether they are a terminal, and the environment. */
@NullMarked
package io.tidemark.cli.console;

import org.jspecify.annotations.NullMarked;
