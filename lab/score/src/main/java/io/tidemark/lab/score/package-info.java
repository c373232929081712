/** Compares what diagnoses say of the lab's programs with what is true about them. */
@NullMarked
package io.tidemark.lab.score;

import org.jspecify.annotations.NullMarked;
