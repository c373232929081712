package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.Locale;

/** What a signal says, as a fact for people. */
final class Measured {
    private Measured() {}

    /** Such as {@code page cache, with shared memory: 2.1 GiB, +812 MiB in 60 seconds}. */
    static Evidence of(Signal signal, Series series) {
        String value = value(signal, series.last());
        double change = series.change();
        boolean isWorthSaying = Math.abs(change) > 0.01 * Math.abs(series.last());
        String sign = change > 0 ? "+" : "";
        String changed = isWorthSaying && series.size() > 1
                ? ", " + sign + value(signal, change) + " in " + Quantity.time(series.length())
                : "";
        return new Evidence(
                signal.meaning() + ": " + value + changed,
                series.last(),
                signal.unit().name().toLowerCase(Locale.ROOT),
                signal.label());
    }

    static String value(Signal signal, double value) {
        return Quantity.of(signal.unit(), value);
    }
}
