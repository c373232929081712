package io.tidemark.model.proto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Fields of a message as they are written. */
final class ProtoOutput {
    private byte[] bytes = new byte[64];
    private int size;

    /** A message whose fields 1, 2, 3 ... are these numbers; zeros are left out. */
    static ProtoOutput numbers(long... values) {
        ProtoOutput message = new ProtoOutput();
        for (int i = 0; i < values.length; i++) {
            message.number(i + 1, values[i]);
        }
        return message;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** A number, left out when it is zero. */
    void number(int field, long value) {
        if (value != 0) {
            numberAlways(field, value);
        }
    }

    void numberAlways(int field, long value) {
        varint((long) field << 3);
        varint(value);
    }

    /** The first {@code count} numbers of an array, packed when there are more than two. */
    void repeated(int field, long[] values, int count) {
        if (count <= 2) {
            for (int i = 0; i < count; i++) {
                numberAlways(field, values[i]);
            }
            return;
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length += varintSize(values[i]);
        }
        varint((long) field << 3 | 2);
        varint(length);
        for (int i = 0; i < count; i++) {
            varint(values[i]);
        }
    }

    void message(int field, ProtoOutput message) {
        varint((long) field << 3 | 2);
        varint(message.size);
        append(message);
    }

    void bytes(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        append(value, value.length);
    }

    void append(ProtoOutput fields) {
        append(fields.bytes, fields.size);
    }

    private void append(byte[] source, int length) {
        if (length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
        }
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
    }

    /** Writes and forgets everything when there are at least so many bytes. */
    void drainTo(OutputStream out, int atLeast) throws IOException {
        if (size >= atLeast) {
            out.write(bytes, 0, size);
            size = 0;
        }
    }

    private void varint(long value) {
        if (bytes.length - size < 10) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private static int varintSize(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }
}
