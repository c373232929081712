package io.tidemark.analysis.signature;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that must hold of a signal.
 *
 * <pre>
 * {signal: go.heap.goal-ratio, above: 2.6}
 * {signal: container.file, trend: growing}
 * {signal: container.file, of: container.usage, measure: change, above: 0.8}
 * {signal: go.gomemlimit, seen: false}
 * </pre>
 *
 * @param measure what of it is compared
 * @param of the signal that it is divided by
 * @param above the measure must be larger
 * @param below the measure must be smaller
 * @param trend where the signal must go
 * @param seen whether there must be such a signal, where that is all
 */
public record SignalCondition(
        Signal signal,
        Measure measure,
        Optional<Signal> of,
        OptionalDouble above,
        OptionalDouble below,
        Optional<Trend> trend,
        Optional<Boolean> seen) {
    /** What of a signal is compared. The labels are those of signature files. */
    public enum Measure {
        /** The last value, over the last value of the other signal. */
        VALUE("value"),
        /** What it changed by in the observation, over the same of the other signal. */
        CHANGE("change"),
        /** What it changed by in a minute, over the last value of the other signal. */
        PER_MINUTE("per-minute");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Truth holds(Facts facts) {
        if (seen.isPresent()) {
            return Truth.of(facts.signals().has(signal) == seen.get());
        }
        Truth truth = Truth.YES;
        if (trend.isPresent()) {
            Trend actual = facts.trend(signal);
            truth = actual == Trend.UNKNOWN ? Truth.UNKNOWN : Truth.of(actual == trend.get());
        }
        if (above.isEmpty() && below.isEmpty()) {
            return truth;
        }
        OptionalDouble value = value(facts);
        if (value.isEmpty()) {
            return truth.and(Truth.UNKNOWN);
        }
        boolean isWithin = (above.isEmpty() || value.getAsDouble() > above.getAsDouble())
                && (below.isEmpty() || value.getAsDouble() < below.getAsDouble());
        return truth.and(Truth.of(isWithin));
    }

    private OptionalDouble value(Facts facts) {
        OptionalDouble top = measured(signal, measure, facts);
        if (of.isEmpty() || top.isEmpty()) {
            return top;
        }
        OptionalDouble bottom = measured(of.get(), measure == Measure.CHANGE ? measure : Measure.VALUE, facts);
        boolean isPositive = bottom.isPresent() && bottom.getAsDouble() > 0;
        return isPositive ? OptionalDouble.of(top.getAsDouble() / bottom.getAsDouble()) : OptionalDouble.empty();
    }

    private static OptionalDouble measured(Signal signal, Measure measure, Facts facts) {
        Series series = facts.signals().series(signal);
        if (series.isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (measure) {
            case VALUE -> OptionalDouble.of(series.last());
            case CHANGE -> series.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(series.change());
            case PER_MINUTE ->
                series.length() > 0
                        ? OptionalDouble.of(series.change() * 60 / series.length())
                        : OptionalDouble.empty();
        };
    }
}
