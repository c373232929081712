package io.tidemark.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * For each p-value its q-value: the least share of false alarms among all that one calls significant together with it.
     *
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg, 1995</a>
     */
    public static double[] adjust(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p-value: " + value + " (expected 0..1)");
            }
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, 1);
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            int test = order[rank - 1];
            least = Math.min(least, p[test] * p.length / rank);
            q[test] = least;
        }
        return q;
    }
}
