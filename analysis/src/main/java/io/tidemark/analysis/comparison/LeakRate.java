package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.statistics.Normal;
import java.util.Optional;

/**
 * How fast something leaks.
 *
 * @param perMinute 0 for what is there and does not become more
 * @param error the standard error of it
 * @param unit bytes, or a count
 */
record LeakRate(double perMinute, double error, Signal.Unit unit) {
    private static final double SAMPLE =
            512 << 10; // bytes of small objects that one sample of a heap profile stands for
    private static final double SIGNIFICANT = 0.01;
    private static final double LEAST = 0.1; // of a rate: less is no difference to anybody

    /**
     * The rate of a finding. Its error is that of counting events that come by chance; for heap, of the samples.
     *
     * @param side where it was found
     */
    static LeakRate of(Finding finding, Side side) {
        boolean isCounted = finding.rate().countPerMinute() > 0
                && finding.kind() != Kind.HEAP_GROWTH
                && finding.kind() != Kind.OFF_HEAP_GROWTH;
        double rate =
                isCounted ? finding.rate().countPerMinute() : finding.rate().bytesPerMinute();
        double minutes = Math.max(1, side.seconds()) / 60;
        double each = isCounted ? 1 : SAMPLE;
        double error = Math.sqrt(each * Math.max(each, rate * minutes)) / minutes;
        return new LeakRate(rate, error, isCounted ? Signal.Unit.COUNT : Signal.Unit.BYTES);
    }

    /** Such as {@code +58 a minute}, or {@code +1.2 MiB for 1,000 requests}. */
    String words(Side.Role role, Optional<Throughput> throughput) {
        return throughput
                .map(work -> signed(work.forMany(role, perMinute)) + " for 1,000 requests")
                .orElseGet(() -> signed(perMinute) + " a minute");
    }

    private String signed(double value) {
        return (value > 0 ? "+" : "") + Quantity.of(unit, value);
    }

    /** Whether it is the faster of two, by more than chance: of the two normal distributions, one-sided at 1 %. */
    boolean isFasterThan(LeakRate other) {
        double difference = perMinute - other.perMinute;
        double deviation = Math.hypot(error, other.error);
        return unit == other.unit
                && difference > LEAST * Math.max(perMinute, other.perMinute)
                && Normal.atLeast(difference / deviation) < SIGNIFICANT;
    }

    /** What it would be with another load. */
    LeakRate scaled(double ratio) {
        return new LeakRate(perMinute * ratio, error * ratio, unit);
    }
}
