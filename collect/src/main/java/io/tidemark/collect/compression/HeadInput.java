package io.tidemark.collect.compression;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes can be looked at before they are read. */
public final class HeadInput extends InputStream {
    private final InputStream in;
    private final byte[] head;
    private int position;

    /** Reads the first {@code size} bytes, or as many as there are. */
    public HeadInput(InputStream in, int size) throws IOException {
        this.in = in;
        this.head = in.readNBytes(size);
    }

    /** The first bytes; not to be changed. */
    public byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        return position < head.length ? head[position++] & 0xFF : in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int left = head.length - position;
        if (left == 0) {
            return in.read(target, offset, length);
        }
        int count = Math.min(left, length);
        System.arraycopy(head, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
