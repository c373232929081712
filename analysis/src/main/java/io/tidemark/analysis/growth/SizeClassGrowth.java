package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.snapshot.SizeClassSnapshot;
import io.tidemark.analysis.snapshot.SizeClassSnapshot.SizeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A size of objects of which there are more and more. The runtime counts them exactly, so a leak shows that is far too slow
 * for the samples of heap profiles, but not where it is: stacks that allocate this size are candidates.
 *
 * @param size in bytes, as the allocator rounds it up
 * @param steadiness how even the growth is
 * @param trend of the objects
 * @param live objects at each time
 * @param candidates the stacks of a heap profile that allocate objects of this size and may keep them, the likeliest first
 */
public record SizeClassGrowth(
        long size, Steadiness steadiness, Trend trend, Series live, List<StackGrowth> candidates) {
    private static final double RISING = 0.8;
    private static final double VARIATION = 0.5;
    private static final int FEWEST = 4; // intervals

    /**
     * How even growth is.
     *
     * @param rising the share of intervals in which it rose
     * @param variation the standard deviation of the growth of intervals over their mean
     */
    public record Steadiness(double rising, double variation) {}

    public SizeClassGrowth {
        candidates = List.copyOf(candidates);
    }

    public double objectsPerMinute() {
        return trend.perMinute();
    }

    public double bytesPerMinute() {
        return trend.perMinute() * size;
    }

    /**
     * The sizes that grow steadily, the most bytes first.
     *
     * @param snapshots of one run of the program; those of a collection that another one shows too are left out
     * @param heap the stacks of the same time
     */
    public static List<SizeClassGrowth> of(List<SizeClassSnapshot> snapshots, HeapGrowth heap) {
        List<SizeClassSnapshot> distinct = distinct(snapshots);
        List<SizeClassGrowth> growing = new ArrayList<>();
        if (distinct.size() <= FEWEST) {
            return growing;
        }
        List<SizeClass> classes = distinct.get(0).classes();
        for (int i = 0; i < classes.size(); i++) {
            Series live = live(distinct, i);
            Steadiness steadiness = steadiness(live);
            if (steadiness.rising >= RISING && steadiness.variation < VARIATION) {
                Trend trend = Trend.of(live, Floor.COUNT);
                long size = classes.get(i).size();
                long below = i == 0 ? 0 : classes.get(i - 1).size();
                if (trend.isGrowing()) {
                    growing.add(new SizeClassGrowth(size, steadiness, trend, live, candidates(heap, below, size)));
                }
            }
        }
        growing.sort(Comparator.comparingDouble(growth -> -growth.bytesPerMinute()));
        return growing;
    }

    private static List<SizeClassSnapshot> distinct(List<SizeClassSnapshot> snapshots) {
        List<SizeClassSnapshot> distinct = new ArrayList<>();
        for (SizeClassSnapshot snapshot : snapshots) {
            SizeClassSnapshot last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last != null && last.classes().size() != snapshot.classes().size()) {
                distinct.clear(); // another program
            }
            boolean isSame = last != null
                    && last.collections() >= 0
                    && (last.collections() == snapshot.collections() || last.second() >= snapshot.second());
            if (!isSame) {
                distinct.add(snapshot);
            }
        }
        return distinct;
    }

    private static Series live(List<SizeClassSnapshot> snapshots, int index) {
        double[] seconds = new double[snapshots.size()];
        double[] objects = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = snapshots.get(i).second();
            objects[i] = snapshots.get(i).classes().get(index).live();
        }
        return Series.of(seconds, objects);
    }

    private static Steadiness steadiness(Series live) {
        int intervals = live.size() - 1;
        double mean = live.change() / live.length();
        int rising = 0;
        double squares = 0;
        for (int i = 1; i <= intervals; i++) {
            double length = live.second(i) - live.second(i - 1);
            double rate = length <= 0 ? 0 : (live.value(i) - live.value(i - 1)) / length;
            rising += rate > 0 ? 1 : 0;
            squares += (rate - mean) * (rate - mean);
        }
        double deviation = Math.sqrt(squares / intervals);
        return new Steadiness((double) rising / intervals, mean <= 0 ? Double.POSITIVE_INFINITY : deviation / mean);
    }

    private static List<StackGrowth> candidates(HeapGrowth heap, long below, long size) {
        return Stream.concat(heap.growing().stream(), heap.others().stream())
                .filter(stack -> stack.sizes().stream().anyMatch(bytes -> bytes > below && bytes <= size))
                .filter(stack -> stack.isRetained() || stack.turnover().newSamples() < 2)
                .sorted(Comparator.comparingDouble(stack -> stack.turnover().p()))
                .toList();
    }
}
