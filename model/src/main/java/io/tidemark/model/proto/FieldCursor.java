package io.tidemark.model.proto;

/** The fields of a message that lies in an array. It stops at the first byte that can't be a field. */
final class FieldCursor {
    private byte[] bytes = new byte[0];
    private int limit;
    private int position;
    private int field;
    private int wireType;
    private long number;
    private int start;
    private boolean truncated;
    private boolean invalid;

    /** A cursor over nothing yet. */
    FieldCursor() {}

    FieldCursor(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.position = start;
        this.limit = limit;
    }

    /** Moves before the first field of another message, so that one cursor does for all that come after each other. */
    void over(byte[] newBytes, int start, int newLimit) {
        bytes = newBytes;
        position = start;
        limit = newLimit;
        truncated = false;
        invalid = false;
        field = 0;
    }

    /** Moves to the next field; false at the end, and when the rest is no field: see {@link #isTruncated}. */
    boolean next() {
        if (position >= limit || isTruncated()) {
            return false;
        }
        long tag = varint();
        field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
        wireType = (int) (tag & 7);
        long length = 0;
        switch (wireType) {
            case 0 -> number = varint();
            case 1 -> length = 8;
            case 2 -> length = varint();
            case 5 -> length = 4;
            default -> invalid = true;
        }
        start = position;
        if (length < 0 || length > limit - position) {
            truncated = true;
        } else {
            position += (int) length;
        }
        return !isTruncated();
    }

    /** Moves to the next of the numbers that are packed without tags. */
    boolean nextPacked() {
        if (position >= limit || truncated) {
            return false;
        }
        number = varint();
        return !truncated;
    }

    int field() {
        return field;
    }

    int wireType() {
        return wireType;
    }

    long number() {
        return number;
    }

    int start() {
        return start;
    }

    int end() {
        return position;
    }

    /** The fields of the message in this field. */
    FieldCursor message() {
        return new FieldCursor(bytes, start, position);
    }

    /** Whether the last field was cut off, or was no field. */
    boolean isTruncated() {
        return truncated || invalid;
    }

    /** Whether the last field was none, so that more bytes would not have helped. */
    boolean isInvalid() {
        return invalid;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 70 && position < limit; shift += 7) {
            byte b = bytes[position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        truncated = true;
        return 0;
    }
}
