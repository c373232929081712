package io.tidemark.lab.bench.goheap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A protobuf message that is being written. It is a second writer beside the product's on purpose: files
 * that measure a codec shouldn't come from the codec.
 */
final class ProtoMessage {
    private byte[] bytes = new byte[256];
    private int length;

    ProtoMessage clear() {
        length = 0;
        return this;
    }

    /** Adds a number, which is left out when it is 0. */
    ProtoMessage number(int field, long value) {
        if (value != 0) {
            varint((long) field << 3);
            varint(value);
        }
        return this;
    }

    ProtoMessage message(int field, ProtoMessage part) {
        return raw(field, part.bytes, part.length);
    }

    ProtoMessage text(int field, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return raw(field, encoded, encoded.length);
    }

    ProtoMessage varint(long value) {
        if (length + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private ProtoMessage raw(int field, byte[] source, int count) {
        varint((long) field << 3 | 2);
        varint(count);
        while (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        return this;
    }
}
