package io.tidemark.collect.jfr;

import java.util.Arrays;

/** A stack: the locations of its frames, leaf first, and how the leaf was run, as {@code jit compiled}. */
final class Stack {
    private final int[] locations;
    private final String leafType;

    Stack(int[] locations, String leafType) {
        this.locations = locations;
        this.leafType = leafType;
    }

    int[] locations() {
        return locations;
    }

    String leafType() {
        return leafType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stack that
                && Arrays.equals(locations, that.locations)
                && leafType.equals(that.leafType);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(locations) + leafType.hashCode();
    }
}
