package io.tidemark.analysis.signal;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The series of an observation. Those that were not seen are empty. */
public final class Signals {
    private final Map<Signal, Series> series;

    private Signals(Map<Signal, Series> series) {
        this.series = series;
    }

    public static Signals of(Map<Signal, Series> series) {
        Map<Signal, Series> copy = new EnumMap<>(Signal.class);
        series.forEach((signal, values) -> {
            if (!values.isEmpty()) {
                copy.put(signal, values);
            }
        });
        return new Signals(copy);
    }

    public Series series(Signal signal) {
        return series.getOrDefault(signal, Series.EMPTY);
    }

    public boolean has(Signal signal) {
        return series.containsKey(signal);
    }

    /** The last value. */
    public OptionalDouble last(Signal signal) {
        Series values = series(signal);
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.last());
    }
}
