/** {@code tidemark compare}: two observations of a program, before and after a change. */
@NullMarked
package io.tidemark.cli.compare;

import org.jspecify.annotations.NullMarked;
