package io.tidemark.collect.compression;

import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more bytes than a limit. */
public final class LimitedInput extends InputStream {
    private final InputStream in;
    private final long limit;
    private long count;

    public LimitedInput(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    private void counted(int read) throws MalformedProfileException {
        count += read;
        if (count > limit) {
            throw new MalformedProfileException(
                    "input of more than " + limit + " bytes (the limit; raise it with -max_bytes)");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
