/** {@code tidemark memory}: where the memory of a running program is, down to the last byte. */
@NullMarked
package io.tidemark.cli.memory;

import org.jspecify.annotations.NullMarked;
