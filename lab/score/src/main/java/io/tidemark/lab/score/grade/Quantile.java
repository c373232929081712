package io.tidemark.lab.score.grade;

import java.util.stream.DoubleStream;

/** The quantile of a sample: the smallest value that at least this share of the sample does not exceed. */
final class Quantile {
    private Quantile() {}

    /**
     * A quantile.
     *
     * @param share 0.5 for the median, 1 for the largest
     * @return not a number for an empty sample
     */
    static double of(double share, DoubleStream sample) {
        double[] sorted = sample.sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
