package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Floor;
import io.tidemark.analysis.growth.HeapGrowth;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One of the two observations, with its answer and what is worked out of it once. It is for one thread. */
public final class Side {
    /** Which of the two. */
    public enum Role {
        BEFORE,
        AFTER
    }

    private static final List<Signal> WATCHED =
            List.of(Signal.LIVE_HEAP, Signal.GOROUTINES, Signal.FDS, Signal.THREADS, Signal.RSS_ANON);

    private final Role role;
    private final String name;
    private final Readings readings;
    private final Diagnosis diagnosis;
    private final HeapGrowth heap;
    private final Map<Signal, Trend> trends = new EnumMap<>(Signal.class);

    /**
     * A side.
     *
     * @param name what the user called it, such as a file
     * @param diagnosis the answer to the readings
     */
    public Side(Role role, String name, Readings readings, Diagnosis diagnosis) {
        this.role = role;
        this.name = name;
        this.readings = readings;
        this.diagnosis = diagnosis;
        this.heap = HeapGrowth.of(readings.heaps());
    }

    Role role() {
        return role;
    }

    public String name() {
        return name;
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    Readings readings() {
        return readings;
    }

    Signals signals() {
        return readings.signals();
    }

    HeapGrowth heap() {
        return heap;
    }

    double seconds() {
        return diagnosis.observed().seconds();
    }

    /** What was found, without what one moment only looks like. */
    List<Finding> findings() {
        return diagnosis.findings().stream()
                .filter(finding -> !finding.isHint())
                .toList();
    }

    /** What leaks and needs repair. */
    List<Finding> leaks() {
        return diagnosis.findings().stream().filter(Side::isLeak).toList();
    }

    static boolean isLeak(Finding finding) {
        return finding.kind().isLeak() && finding.severity() != Severity.INFO;
    }

    Trend trend(Signal signal) {
        return trends.computeIfAbsent(signal, key -> Trend.of(signals().series(key), floor(key)));
    }

    static Floor floor(Signal signal) {
        if (signal == Signal.LIVE_HEAP) {
            return Floor.LIVE_HEAP;
        }
        return signal.unit() == Signal.Unit.BYTES ? Floor.BYTES : Floor.COUNT;
    }

    /** Such as {@code go1.26.8, 30 seconds, leak}. */
    String words() {
        String runtime = diagnosis.target().runtime();
        String time = isMoment()
                ? "one moment"
                : Quantity.time(seconds()) + ", " + diagnosis.verdict().label();
        return runtime.isEmpty() ? time : runtime + ", " + time;
    }

    /** Whether it shows no growth at all, as one profile does. */
    boolean isMoment() {
        boolean hasSeries = WATCHED.stream().anyMatch(signal -> trend(signal).failed() != Trend.Gate.POINTS);
        return !hasSeries && Double.isInfinite(heap.floor());
    }
}
