package io.tidemark.model.legacy;

import io.tidemark.model.profile.MalformedProfileException;
import java.util.Arrays;

/** Ints in one array that grows. */
final class IntList {
    /** The most elements that an array can have everywhere. */
    static final int LARGEST = Integer.MAX_VALUE - 16;

    private int[] values = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) throws MalformedProfileException {
        if (size == values.length) {
            if (size == LARGEST) {
                throw new MalformedProfileException("more than " + LARGEST + " frames in one profile");
            }
            values = Arrays.copyOf(values, (int) Math.min(LARGEST, 2L * size));
        }
        values[size++] = value;
    }

    /** Forgets everything from {@code newSize} on. */
    void truncate(int newSize) {
        size = newSize;
    }
}
