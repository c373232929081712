package io.tidemark.model.proto;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The fields of the outermost message, one after the other, from a stream. A field lies in {@link #bytes} as a whole; only
 * the array for the largest one is ever needed, and it grows with what has really arrived.
 */
final class ProtoInput {
    /** Varints may be read this far beyond the end of a field before anyone checks. */
    private static final int SLACK = 16;

    private static final int FIRST = 1 << 16;

    private final InputStream in;
    private final long maxBytes;
    private byte[] buffer = new byte[FIRST + SLACK];
    private int position;
    private int limit;
    private long consumed; // bytes of the stream before buffer[0]

    private int field;
    private int wireType;
    private long number;
    private int start;
    private int end;

    ProtoInput(InputStream in, Limits limits) {
        this.in = in;
        this.maxBytes = limits.maxBytes();
    }

    /** Moves to the next field; false at the end of the stream. */
    boolean next() throws IOException {
        if (limit - position < SLACK) {
            fill(SLACK);
            if (position == limit) {
                return false;
            }
        }
        long tag = varint();
        field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
        wireType = (int) (tag & 7);
        switch (wireType) {
            case 0 -> number = varint();
            case 1 -> skip(8);
            case 2 -> bounded(varint());
            case 5 -> skip(4);
            default -> throw malformed("unknown wire type " + wireType);
        }
        return true;
    }

    int field() {
        return field;
    }

    /** The value of a varint field. */
    long number() throws MalformedProfileException {
        if (wireType != 0) {
            throw malformed("field " + field + " with wire type " + wireType + " (expected 0)");
        }
        return number;
    }

    boolean isNumber() {
        return wireType == 0;
    }

    /** Requires a length-delimited field, which lies in {@link #bytes} from {@link #start} to {@link #end}. */
    void requireBytes() throws MalformedProfileException {
        if (wireType != 2) {
            throw malformed("field " + field + " with wire type " + wireType + " (expected 2)");
        }
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    private void bounded(long length) throws IOException {
        if (length < 0 || length > maxBytes || length > Integer.MAX_VALUE - 2 * SLACK) {
            throw malformed("field " + field + " claims " + Long.toUnsignedString(length) + " bytes");
        }
        int size = (int) length;
        if (limit - position < size) {
            fill(size);
            if (limit - position < size) {
                throw malformed("field " + field + " ends early, " + (limit - position) + " of " + size + " bytes");
            }
        }
        start = position;
        end = position + size;
        position = end;
    }

    private void skip(int size) throws IOException {
        bounded(size);
    }

    private long varint() throws MalformedProfileException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (position == limit) {
                throw malformed("input ends in the middle of a number");
            }
            byte b = buffer[position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw malformed("number of more than 10 bytes");
    }

    /** Reads until {@code wanted} bytes lie ahead, or the stream ends. */
    private void fill(int wanted) throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            consumed += position;
            limit -= position;
            position = 0;
        }
        while (limit < wanted) {
            if (limit == buffer.length - SLACK) {
                long larger = Math.min(2L * buffer.length, Integer.MAX_VALUE - SLACK);
                buffer = Arrays.copyOf(buffer, (int) larger);
            }
            int count = in.read(buffer, limit, buffer.length - SLACK - limit);
            if (count < 0) {
                break;
            }
            limit += count;
            if (consumed + limit > maxBytes) {
                throw new MalformedProfileException(
                        "profile of more than " + maxBytes + " bytes (the limit; raise it with -max_bytes)");
            }
        }
    }

    MalformedProfileException malformed(String message) {
        return MalformedProfileException.at(consumed + position, "malformed profile: " + message);
    }
}
