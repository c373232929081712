package io.tidemark.lab.bench.goheap;

/**
 * Random numbers that are the same on every machine and every Java: SplitMix64, and strict arithmetic on
 * top of it.
 */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound}, exclusive. */
    int below(int bound) {
        return (int) Math.floorMod(nextLong(), (long) bound);
    }

    /** A number from 0 to 1, exclusive. */
    double fraction() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** A number of the normal distribution around 0 with deviation 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    /** A positive number whose logarithm is normal with this deviation: mostly near 1, at times far above. */
    double logNormal(double deviation) {
        return StrictMath.exp(deviation * normal());
    }

    <T> T pick(T[] from) {
        return from[below(from.length)];
    }
}
