package io.tidemark.model.legacy;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Words of one size and byte order from a stream, of which nothing beyond the last word is consumed. */
final class WordInput {
    /** The size and the byte order of the words, in the order in which they are tried. */
    enum Shape {
        LITTLE_32(4, ByteOrder.LITTLE_ENDIAN),
        BIG_32(4, ByteOrder.BIG_ENDIAN),
        LITTLE_64(8, ByteOrder.LITTLE_ENDIAN),
        BIG_64(8, ByteOrder.BIG_ENDIAN);

        /** The largest size of a word, in bytes. */
        static final int LARGEST = 8;

        private final int size;
        private final ByteOrder order;

        Shape(int size, ByteOrder order) {
            this.size = size;
            this.order = order;
        }

        int size() {
            return size;
        }

        /** A word of an array, unsigned. */
        long word(byte[] bytes, int index) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
            return size == 4 ? Integer.toUnsignedLong(buffer.getInt(4 * index)) : buffer.getLong(8 * index);
        }
    }

    private final InputStream in;
    private final Shape shape;
    private final long maxBytes;
    private long consumed;
    private byte[] word = new byte[0];

    WordInput(InputStream in, Shape shape, Limits limits) {
        this.in = in;
        this.shape = shape;
        this.maxBytes = limits.maxBytes();
    }

    /** Whether another byte follows. */
    boolean hasNext() throws IOException {
        if (word.length == 0) {
            word = in.readNBytes(shape.size());
            consumed += word.length;
        }
        return word.length > 0;
    }

    /** The next word, unsigned. */
    long next() throws IOException {
        if (!hasNext() || word.length < shape.size()) {
            throw malformed("ends within a sample");
        }
        if (consumed > maxBytes) {
            throw new MalformedProfileException(
                    "CPU profile of more than " + maxBytes + " bytes (the limit; raise it with -max_bytes)");
        }
        long value = shape.word(word, 0);
        word = new byte[0];
        return value;
    }

    MalformedProfileException malformed(String message) {
        return MalformedProfileException.at(consumed, "CPU profile: " + message);
    }
}
