package io.tidemark.analysis.statistics;

/** Refuses what is not a number. */
final class Finite {
    private Finite() {}

    static void require(String what, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " " + i + ": " + values[i] + " (expected a finite number)");
            }
        }
    }

    static void requirePairs(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(y.length + " values at " + x.length + " places");
        }
        require("place", x);
        require("value", y);
    }
}
