/**
 * Views: what somebody wants to see of a profile, and how it becomes a report.
 *
 * <p>A {@link io.tidemark.analysis.view.View} holds the settings that flags, the shell and the page have in common; their
 * table is {@link io.tidemark.analysis.view.Setting}. A {@link io.tidemark.analysis.view.Query} applies a view to a
 * profile: labels become frames, samples are filtered, details are forgotten, and a {@link
 * io.tidemark.analysis.report.Report} comes out. The meaning of every setting is that of pprof's variable of its name.
 */
@NullMarked
package io.tidemark.analysis.view;

import org.jspecify.annotations.NullMarked;
