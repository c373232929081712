/** Runs of programs that were observed: a bundle, and beside it what the truth needs. */
@NullMarked
package io.tidemark.lab.score.run;

import org.jspecify.annotations.NullMarked;
