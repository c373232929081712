/**
 * Reports: a profile and {@link io.tidemark.analysis.report.ReportOptions} in, text out.
 *
 * <p>There is one function for each kind of report, and {@link io.tidemark.analysis.report.ReportKind} is their table. The
 * shell, the flags, the page and the API all come through it, so all print the same. The text is that of pprof, byte for
 * byte, where pprof has the report.
 */
@NullMarked
package io.tidemark.analysis.report;

import org.jspecify.annotations.NullMarked;
