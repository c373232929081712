/** The one executable, and the only place that knows the terminal. */
@NullMarked
package io.tidemark.cli;

import org.jspecify.annotations.NullMarked;
