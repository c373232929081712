package io.tidemark.model.proto;

import io.tidemark.model.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;

/** Rows of a few longs each. They lie in pieces of a few hundred rows, so that growing copies none. */
final class LongColumns {
    private static final int PIECE_BITS = 8;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int MOST = 1 << 28; // as many as columns of twice the size still have room for

    private final int width;
    private final List<long[]> pieces = new ArrayList<>();
    private long[] last = new long[0];
    private int at; // of the last row in the last piece
    private int size;

    LongColumns(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    int size() {
        return size;
    }

    /** Adds a row of zeros, for {@link #set}. */
    void add() throws MalformedProfileException {
        if (size == MOST) {
            throw new MalformedProfileException(
                    "malformed profile: more than " + MOST + " functions, locations or lines");
        }
        at = (size & PIECE - 1) * width;
        if (at == 0) {
            last = new long[PIECE * width];
            pieces.add(last);
        }
        size++;
    }

    /** Sets a number of the row that was added last. */
    void set(int column, long value) {
        last[at + column] = value;
    }

    long get(int row, int column) {
        return pieces.get(row >> PIECE_BITS)[(row & PIECE - 1) * width + column];
    }
}
