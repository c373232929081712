package io.tidemark.model.proto;

import io.tidemark.model.profile.MalformedProfileException;
import java.util.Arrays;

/** Rows of a few longs each, in one array. */
final class LongColumns {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final int width;
    private long[] values;
    private int size;

    LongColumns(int width) {
        this.width = width;
        this.values = new long[64 * width];
    }

    int size() {
        return size;
    }

    void add(long[] row) throws MalformedProfileException {
        if ((size + 1L) * width > values.length) {
            if (values.length == LARGEST) {
                throw new MalformedProfileException("malformed profile: more than " + size + " locations or lines");
            }
            values = Arrays.copyOf(values, (int) Math.min(LARGEST, 2L * values.length));
        }
        System.arraycopy(row, 0, values, size * width, width);
        size++;
    }

    long get(int row, int column) {
        return values[row * width + column];
    }
}
