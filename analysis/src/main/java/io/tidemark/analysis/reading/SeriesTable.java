package io.tidemark.analysis.reading;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Series while they are gathered from one source. */
final class SeriesTable {
    private static final class Points {
        private double[] seconds = new double[16];
        private double[] values = new double[16];
        private int size;

        void add(double second, double value) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            seconds[size] = second;
            values[size++] = value;
        }

        Series toSeries() {
            return Series.of(Arrays.copyOf(seconds, size), Arrays.copyOf(values, size));
        }
    }

    private final Map<Signal, Points> points = new EnumMap<>(Signal.class);

    /** Adds a value, later than those before. */
    void add(Signal signal, double second, double value) {
        if (Double.isFinite(value)) {
            points.computeIfAbsent(signal, key -> new Points()).add(second, value);
        }
    }

    void add(Signal signal, double second, OptionalLong value) {
        if (value.isPresent()) {
            add(signal, second, (double) value.getAsLong());
        }
    }

    void add(Signal signal, double second, OptionalDouble value) {
        if (value.isPresent()) {
            add(signal, second, value.getAsDouble());
        }
    }

    Series toSeries(Signal signal) {
        Points gathered = points.get(signal);
        return gathered == null ? Series.EMPTY : gathered.toSeries();
    }

    /** Adds the series to others, which give way to those that have more values. */
    void mergeInto(Map<Signal, Series> all) {
        points.forEach((signal, gathered) -> {
            Series known = all.getOrDefault(signal, Series.EMPTY);
            if (gathered.size > known.size()) {
                all.put(signal, gathered.toSeries());
            }
        });
    }
}
