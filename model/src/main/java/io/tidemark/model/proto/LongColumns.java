package io.tidemark.model.proto;

import java.util.Arrays;

/** Rows of a few longs each, in one array. */
final class LongColumns {
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

    void add(long[] row) {
        if ((size + 1) * width > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        System.arraycopy(row, 0, values, size * width, width);
        size++;
    }

    long get(int row, int column) {
        return values[row * width + column];
    }
}
