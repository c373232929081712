package io.tidemark.collect.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A stream that tells a listener how far it has been read. */
final class Progress extends InputStream {
    private final InputStream in;
    private final Source source;
    private final OptionalLong total;
    private final FetchListener listener;
    private long count;

    Progress(InputStream in, Source source, OptionalLong total, FetchListener listener) {
        this.in = in;
        this.source = source;
        this.total = total;
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        if (read > 0) {
            count += read;
            listener.progressed(source, count, total);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
