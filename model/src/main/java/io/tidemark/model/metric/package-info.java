/**
 * Metrics as programs publish them: the text format of Prometheus and OpenMetrics, read in one pass. {@link
 * io.tidemark.model.metric.MetricReader} is where to start.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
@NullMarked
package io.tidemark.model.metric;

import org.jspecify.annotations.NullMarked;
