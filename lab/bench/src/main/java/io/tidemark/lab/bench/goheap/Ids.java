package io.tidemark.lab.bench.goheap;

import java.util.Arrays;

/** Ids from 1 for things that have a number, in the order in which they are given, which is that of writing. */
final class Ids {
    private int[] ids = new int[1 << 10]; // by number; 0 of those that have none yet
    private int given;

    /** Gives a thing its id; false when it has one already. */
    boolean give(int number) {
        if (number >= ids.length) {
            ids = Arrays.copyOf(ids, Math.max(number + 1, ids.length * 2));
        }
        if (ids[number] != 0) {
            return false;
        }
        ids[number] = ++given;
        return true;
    }

    int of(int number) {
        return ids[number];
    }
}
