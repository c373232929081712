/** The programs of the lab: what is true about each, and how one is started and stopped. */
@NullMarked
package io.tidemark.lab.score.program;

import org.jspecify.annotations.NullMarked;
