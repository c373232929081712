/** Whose code a stack is: which function of the program itself is behind what libraries do for it. */
@NullMarked
package io.tidemark.analysis.owner;

import org.jspecify.annotations.NullMarked;
