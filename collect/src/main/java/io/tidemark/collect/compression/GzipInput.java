package io.tidemark.collect.compression;

import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952), also several members one after the other, and checks what it has read.
 *
 * <p>It takes the compressed bytes in larger pieces than {@link java.util.zip.GZIPInputStream} does, and inflates into the
 * array of the caller. The larger that array, the less often zlib has to save its window: read 64 KiB or more at once.
 */
final class GzipInput extends InputStream {
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] raw = new byte[1 << 16];
    private int position; // of the next byte in raw that is not the inflater's
    private int limit;
    private long consumed; // bytes of the stream before raw[0]
    private boolean inMember;
    private boolean ended;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                startMember();
                continue;
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            endMember();
        }
        return -1;
    }

    /** The number of bytes that were inflated; 0 at the end of the member. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (!fill()) {
                    throw malformed("ends early");
                }
                inflater.setInput(raw, 0, limit);
                position = limit;
            }
        } catch (DataFormatException e) {
            position = limit - inflater.getRemaining();
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private void startMember() throws IOException {
        if (isAtEnd()) {
            return;
        }
        if (next() != 0x1F || next() != 0x8B) {
            throw malformed("something that is not gzip follows");
        }
        int method = next();
        if (method != 8) {
            throw malformed("compression method " + method + " (expected 8)");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw malformed("flags " + flags + " with a reserved bit");
        }
        skip(6); // time, extra flags, operating system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(raw, position, limit - position);
        position = limit;
        checksum.reset();
        inMember = true;
    }

    /** Whether no member follows; zeros at the end, with which some tools fill up a block, are none. */
    private boolean isAtEnd() throws IOException {
        boolean first = consumed + position == 0;
        if (position == limit && !fill()) {
            if (first) {
                throw malformed("ends early");
            }
            ended = true;
            return true;
        }
        if (first || raw[position] != 0) {
            return false;
        }
        do {
            while (position < limit) {
                if (raw[position++] != 0) {
                    throw malformed("something that is not gzip follows");
                }
            }
        } while (fill());
        ended = true;
        return true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expected = fourBytes();
        if (expected != checksum.getValue()) {
            throw malformed("the checksum is " + Long.toHexString(checksum.getValue()) + " (expected "
                    + Long.toHexString(expected) + ")");
        }
        long size = inflater.getBytesWritten() & 0xFFFF_FFFFL;
        long expectedSize = fourBytes();
        if (expectedSize != size) {
            throw malformed("the size is " + size + " (expected " + expectedSize + ")");
        }
        inMember = false;
    }

    private long fourBytes() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // the name of the file, or a comment
        }
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw malformed("ends early");
        }
        return raw[position++] & 0xFF;
    }

    /** Takes the next bytes of the stream in place of those that are used up; false when there are none. */
    private boolean fill() throws IOException {
        consumed += limit;
        position = 0;
        limit = 0;
        int count = in.read(raw, 0, raw.length);
        limit = Math.max(count, 0);
        return count > 0;
    }

    private MalformedProfileException malformed(String problem) {
        return MalformedProfileException.at(consumed + position, "malformed gzip: " + problem);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
