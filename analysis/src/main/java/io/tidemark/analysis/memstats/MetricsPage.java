package io.tidemark.analysis.memstats;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.metric.MetricReader;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of metrics says about the program that serves it.
 *
 * <p>The memory comes from {@code go_memstats_*}, or from {@code go_memory_classes_*} and its kin when a program publishes
 * only those. A series with labels counts for requests alone, which are summed.
 *
 * @param signals those that are numbers of the page as they are
 * @param problem the first line that is no sample; empty when all are
 */
public record MetricsPage(MemStats memStats, Map<Signal, Double> signals, String problem) {
    /** How many lines may be broken before the page is taken for something else. */
    private static final int MAX_PROBLEMS = 100;

    private static final long MAX_BYTES = 256L << 20;
    private static final double UNSET = 0x1p62; // the runtime says "none" with the largest number

    private static final Map<String, Signal> NAMES = Map.ofEntries(
            Map.entry("go_goroutines", Signal.GOROUTINES),
            Map.entry("go_threads", Signal.OS_THREADS),
            Map.entry("go_gc_gogc_percent", Signal.GOGC),
            Map.entry("go_gc_gomemlimit_bytes", Signal.GOMEMLIMIT),
            Map.entry("go_gc_heap_live_bytes", Signal.LIVE_HEAP),
            Map.entry("go_gc_limiter_last_enabled_gc_cycle", Signal.GC_LIMITER),
            Map.entry("go_gc_duration_seconds_count", Signal.COLLECTIONS),
            Map.entry("go_gc_duration_seconds_sum", Signal.GC_PAUSES),
            Map.entry("go_gc_cycles_forced_gc_cycles_total", Signal.FORCED_COLLECTIONS),
            Map.entry("go_cgo_go_to_c_calls_calls_total", Signal.CGO_CALLS),
            Map.entry("process_resident_memory_bytes", Signal.RSS),
            Map.entry("process_open_fds", Signal.FDS),
            Map.entry("process_start_time_seconds", Signal.START_TIME),
            Map.entry("process_cpu_seconds_total", Signal.CPU_SECONDS));

    /**
     * Reads a page to its end.
     *
     * @throws MalformedTextException when it has no sample, or too many lines that are none
     */
    public static MetricsPage read(InputStream in) throws IOException {
        MetricReader metrics = new MetricReader(in, MetricReader.Format.PROMETHEUS, MAX_BYTES);
        Map<String, Double> go = new HashMap<>();
        Map<Signal, Double> signals = new EnumMap<>(Signal.class);
        String firstProblem = "";
        int problems = 0;
        double samples = 0;
        boolean more = true;
        while (more) {
            try {
                more = metrics.next();
                if (more) {
                    samples++;
                    take(metrics, go, signals);
                }
            } catch (MalformedTextException e) {
                firstProblem = firstProblem.isEmpty() ? String.valueOf(e.getMessage()) : firstProblem;
                if (++problems > MAX_PROBLEMS) {
                    throw e;
                }
            }
        }
        if (samples == 0) {
            throw new MalformedTextException(firstProblem.isEmpty() ? "metrics: no sample in it" : firstProblem);
        }
        signals.put(Signal.SERIES, samples);
        derive(go, signals);
        return new MetricsPage(GoMetrics.memStats(go, signals), Map.copyOf(signals), firstProblem);
    }

    private static void take(MetricReader metrics, Map<String, Double> go, Map<Signal, Double> signals) {
        double value = metrics.value();
        String name = metrics.name();
        if (!Double.isFinite(value) || name.startsWith("promhttp_")) {
            return; // the latter is this page itself
        }
        if (metrics.labels() == 0) {
            Signal signal = NAMES.get(name);
            if (signal != null) {
                signals.put(signal, value);
            }
            if (name.startsWith("go_")) {
                go.put(name, value);
            }
        }
        load(name).ifPresent(signal -> signals.merge(signal, value, Double::sum));
    }

    /** Which load a metric of a server measures, by the names that the usual libraries give it. */
    static Optional<Signal> load(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isServed = lower.contains("request") || lower.startsWith("grpc_server_") || lower.contains("_rpc_");
        if (!isServed || lower.contains("client") || lower.contains("_bytes") || lower.contains("error")) {
            return Optional.empty();
        }
        if (lower.contains("in_flight") || lower.contains("inflight") || lower.contains("active_requests")) {
            return Optional.of(Signal.IN_FLIGHT);
        }
        boolean isCount = lower.endsWith("requests_total")
                || lower.equals("grpc_server_started_total")
                || lower.endsWith("request_duration_seconds_count");
        return isCount ? Optional.of(Signal.REQUESTS) : Optional.empty();
    }

    private static void derive(Map<String, Double> go, Map<Signal, Double> signals) {
        signals.computeIfPresent(Signal.GOGC, (signal, value) -> value >= UNSET ? -1 : value);
        signals.computeIfPresent(Signal.GOMEMLIMIT, (signal, value) -> value >= UNSET ? null : value);
        Double all = go.get("go_cpu_classes_total_cpu_seconds_total");
        Double gc = go.get("go_cpu_classes_gc_total_cpu_seconds_total");
        if (all != null && gc != null && all > 0) {
            signals.put(Signal.GC_CPU, gc / all);
        }
        Double cycles = go.get("go_gc_cycles_total_gc_cycles_total");
        if (cycles != null) {
            signals.put(Signal.COLLECTIONS, cycles);
        }
        queue(go).ifPresent(queued -> signals.put(Signal.FINALIZER_QUEUE, queued));
    }

    private static Optional<Double> queue(Map<String, Double> go) {
        Double queued = go.get("go_gc_finalizers_queued_finalizers_total");
        Double executed = go.get("go_gc_finalizers_executed_finalizers_total");
        if (queued == null || executed == null) {
            return Optional.empty();
        }
        double cleanups = go.getOrDefault("go_gc_cleanups_queued_cleanups_total", 0.0)
                - go.getOrDefault("go_gc_cleanups_executed_cleanups_total", 0.0);
        return Optional.of(queued - executed + cleanups);
    }
}
