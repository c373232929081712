package io.tidemark.lab.bench.goheap;

/**
 * What a generated profile is to be like.
 *
 * @param samples how many samples it has, each of a different stack and size
 * @param graphSeed the program that it is of: two profiles with the same one (and number of functions) are of the same
 *     program
 * @param functions how many functions the program has; 0 for a number that suits {@code samples}
 * @param seed which stacks were sampled, and what they had allocated
 * @param drift the share of the samples whose values have changed; the stacks stay the same, which makes a pair for a
 *     difference
 * @param labels whether samples have a label with text beside the one for the size
 */
public record GoHeapOptions(int samples, long graphSeed, int functions, long seed, double drift, boolean labels) {
    private static final int FEWEST_FUNCTIONS = 64;

    public GoHeapOptions {
        if (samples < 1) {
            throw new IllegalArgumentException("samples: " + samples + " (expected 1 or more)");
        }
        if (drift < 0 || drift > 1) {
            throw new IllegalArgumentException("drift: " + drift + " (expected 0..1)");
        }
        if (functions == 0) {
            // Large programs have more functions, but not in proportion to what is sampled of them.
            functions = Math.max(FEWEST_FUNCTIONS, (int) (600 * StrictMath.pow(samples / 1000.0, 0.45)));
        }
        if (functions < FEWEST_FUNCTIONS) {
            throw new IllegalArgumentException(
                    "functions: " + functions + " (expected 0 or at least " + FEWEST_FUNCTIONS + ")");
        }
    }

    /** A profile of this many samples with everything else at its default. */
    public static GoHeapOptions of(int samples) {
        return new GoHeapOptions(samples, 1, 0, 7, 0, false);
    }

    public GoHeapOptions withGraph(long graphSeed, int functions) {
        return new GoHeapOptions(samples, graphSeed, functions, seed, drift, labels);
    }

    public GoHeapOptions withSeed(long seed) {
        return new GoHeapOptions(samples, graphSeed, functions, seed, drift, labels);
    }

    public GoHeapOptions withDrift(double drift) {
        return new GoHeapOptions(samples, graphSeed, functions, seed, drift, labels);
    }

    public GoHeapOptions withLabels(boolean labels) {
        return new GoHeapOptions(samples, graphSeed, functions, seed, drift, labels);
    }
}
