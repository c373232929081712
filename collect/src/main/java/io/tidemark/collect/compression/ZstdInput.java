package io.tidemark.collect.compression;

import io.airlift.compress.zstd.ZstdInputStream;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;

/** Reads zstd (RFC 8878), and says in our words what is wrong with it. */
final class ZstdInput extends InputStream {
    private final Compressed compressed;
    private final ZstdInputStream frames;

    ZstdInput(InputStream in) {
        this.compressed = new Compressed(in);
        this.frames = new ZstdInputStream(compressed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            return frames.read(target, offset, length);
        } catch (IOException e) {
            if (compressed.ended) {
                throw new MalformedProfileException("malformed zstd: ends early", e);
            }
            throw e;
        } catch (RuntimeException e) {
            // MalformedInputException as a rule; changed bytes also get it to divide by zero, or beyond its tables.
            throw new MalformedProfileException("malformed zstd: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }

    /** The compressed bytes; it knows whether they came to their end, which the library does not tell from a failure. */
    private static final class Compressed extends InputStream {
        private final InputStream in;
        boolean ended;

        Compressed(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            ended = value < 0;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            ended = count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
