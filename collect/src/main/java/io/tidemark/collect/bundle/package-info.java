/**
 * Bundles: observations in one file, to be carried elsewhere.
 *
 * <p>A bundle is a zip file, so that people can look into it. Everything is in it as it was captured, and nothing needs the
 * directory at the end of the file, so that a bundle whose recording was killed is short of its last round only:
 *
 * <pre>
 * observation.json             the version, {@code tidemark.bundle/1}; it is the first entry
 * 0/begin.json                 the first target, and when its observation began
 * 0/0003/debug/pprof/heap      what was captured in round 3
 * 0/0003/proc/status
 * 0/0003/round.json            which captures the round has, their times, and what failed; it is behind them
 * 0/end.json                   the target as it is known in the end, how long it took, notes
 * </pre>
 */
@NullMarked
package io.tidemark.collect.bundle;

import org.jspecify.annotations.NullMarked;
