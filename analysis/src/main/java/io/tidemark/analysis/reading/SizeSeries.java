package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A size class over time. Right after a collection its objects are exactly those that live.
 *
 * @param size the most bytes of an object
 * @param objects how many there are; of the times right after a collection when there are two such times
 * @param mallocs how many were allocated since the start
 */
public record SizeSeries(long size, Series objects, Series mallocs) {
    /** The classes that all of the numbers have. */
    static List<SizeSeries> of(List<Timed<MemStats>> all) {
        List<Timed<MemStats>> sized =
                all.stream().filter(stats -> !stats.value().sizes().isEmpty()).toList();
        List<Timed<MemStats>> collected = GoSignals.afterCollections(sized);
        List<SizeSeries> series = new ArrayList<>();
        if (sized.isEmpty()) {
            return series;
        }
        int classes = sized.stream()
                .mapToInt(stats -> stats.value().sizes().size())
                .min()
                .orElse(0);
        for (int i = 0; i < classes; i++) {
            int index = i;
            long size = sized.get(0).value().sizes().get(i).size();
            if (size > 0) { // the class 0 is for large objects, and always empty
                series.add(new SizeSeries(
                        size,
                        series(collected, stats -> stats.sizes().get(index).objects()),
                        series(sized, stats -> stats.sizes().get(index).mallocs())));
            }
        }
        return series;
    }

    private static Series series(List<Timed<MemStats>> all, ToDoubleFunction<MemStats> value) {
        double[] seconds = all.stream().mapToDouble(Timed::second).toArray();
        return Series.of(
                seconds,
                all.stream()
                        .mapToDouble(stats -> value.applyAsDouble(stats.value()))
                        .toArray());
    }
}
