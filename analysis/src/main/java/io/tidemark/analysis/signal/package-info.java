/**
 * Numbers over time: what an observation says about a program, one {@link io.tidemark.analysis.signal.Series} for each {@link
 * io.tidemark.analysis.signal.Signal}.
 */
@NullMarked
package io.tidemark.analysis.signal;

import org.jspecify.annotations.NullMarked;
