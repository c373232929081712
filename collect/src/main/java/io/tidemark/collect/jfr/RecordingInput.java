package io.tidemark.collect.jfr;

import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a recording, at any place. */
final class RecordingInput {
    private final FileChannel file;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
    private long bufferStart;

    RecordingInput(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    long position() {
        return bufferStart + buffer.position();
    }

    void position(long position) {
        if (position >= bufferStart && position <= bufferStart + buffer.limit()) {
            buffer.position((int) (position - bufferStart));
        } else {
            bufferStart = position;
            buffer.limit(0);
        }
    }

    private void require(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        bufferStart = position();
        buffer.compact();
        while (buffer.position() < count) {
            if (file.read(buffer, bufferStart + buffer.position()) <= 0) {
                throw MalformedProfileException.at(size, "JFR recording ends early");
            }
        }
        buffer.flip();
    }

    int readByte() throws IOException {
        require(1);
        return buffer.get() & 0xFF;
    }

    int readShort() throws IOException {
        require(2);
        return buffer.getShort() & 0xFFFF;
    }

    int readInt() throws IOException {
        require(4);
        return buffer.getInt();
    }

    long readLong() throws IOException {
        require(8);
        return buffer.getLong();
    }

    /** A number of one to nine bytes, the first with the lowest bits; each but the ninth says whether another follows. */
    long readVarLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 56; shift += 7) {
            int b = readByte();
            value |= (b & 0x7FL) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        return value | (long) readByte() << 56;
    }
}
