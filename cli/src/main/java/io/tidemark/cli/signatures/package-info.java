/** {@code tidemark signatures}: lists and shows the known defects, and checks those that users describe themselves. */
@NullMarked
package io.tidemark.cli.signatures;

import org.jspecify.annotations.NullMarked;
