package io.tidemark.lab.score.grade;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Compares the rate of growth that a finding names with what stays of an event, times the events. */
final class Slope {
    private static final List<String> COUNTS = List.of("goroutines", "fds", "sockets", "threads");
    private static final List<String> HEAP = List.of("heap_bytes");
    private static final List<String> OUTSIDE = List.of("offheap_bytes", "cache_bytes", "children_bytes");

    private Slope() {}

    /**
     * The error as a share of the true rate; 0 is exact. Empty where nothing grows, or where the load ended early.
     *
     * <p>Where things are counted, each may have several goroutines and descriptors, and be one thing or several to the
     * finding: the nearest of these numbers counts, and one thing for each event is one of them.
     */
    static OptionalDouble error(Finding finding, Truth truth, Run.Load load) {
        if (!load.capped().isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (finding.kind()) {
            case GOROUTINE_LEAK, CONNECTION_LEAK, FD_LEAK, THREAD_LEAK ->
                error(finding.rate().countPerMinute(), things(truth), load);
            case HEAP_GROWTH -> error(finding.rate().bytesPerMinute(), perEvent(truth, HEAP), load);
            case OFF_HEAP_GROWTH -> error(finding.rate().bytesPerMinute(), perEvent(truth, OUTSIDE), load);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble error(double rate, DoubleStream perEvent, Run.Load load) {
        return perEvent.map(each -> Math.abs(rate / (each * load.eventsPerMinute()) - 1))
                .min();
    }

    private static DoubleStream things(Truth truth) {
        double[] counts = perEvent(truth, COUNTS).toArray();
        boolean isWhole = DoubleStream.of(counts).anyMatch(count -> count >= 1);
        return DoubleStream.concat(DoubleStream.of(counts), isWhole ? DoubleStream.of(1) : DoubleStream.empty());
    }

    private static DoubleStream perEvent(Truth truth, List<String> names) {
        return names.stream()
                .map(truth::perEvent)
                .flatMapToDouble(OptionalDouble::stream)
                .filter(each -> each > 0);
    }
}
