/** Profiles of one program, each with the time at which it was taken. */
@NullMarked
package io.tidemark.analysis.snapshot;

import org.jspecify.annotations.NullMarked;
