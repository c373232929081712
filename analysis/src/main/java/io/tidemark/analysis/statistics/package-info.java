/**
 * Tests and estimates on plain arrays of numbers: pure functions, each with the source of its formula. None of them takes
 * anything but finite numbers.
 */
@NullMarked
package io.tidemark.analysis.statistics;

import org.jspecify.annotations.NullMarked;
