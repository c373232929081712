package io.tidemark.model.metric;

import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as places in a buffer, which is the only copy of them. */
final class MetricLines {
    /** The most bytes of a line. */
    static final int MAX_LINE = 1 << 20;

    private final InputStream in;
    private final long maxBytes;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int next;
    private int limit;
    private long total;
    private long number;
    private boolean isAtEnd;

    MetricLines(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        start = next;
        int scanned = start;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return found(i, i + 1);
                }
            }
            int seen = limit - start;
            if (isAtEnd || !fill()) {
                return limit > start && found(limit, limit);
            }
            scanned = start + seen;
        }
    }

    private boolean found(int newEnd, int newNext) {
        end = newEnd > start && buffer[newEnd - 1] == '\r' ? newEnd - 1 : newEnd;
        next = newNext;
        number++;
        return true;
    }

    /** Reads more behind what is there; false when there is no more. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (limit >= MAX_LINE) {
                throw new MalformedTextException(
                        "metrics, line " + (number + 1) + ": longer than " + MAX_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            isAtEnd = true;
            return false;
        }
        limit += count;
        total += count;
        if (total > maxBytes) {
            throw new MalformedTextException("metrics of more than " + maxBytes + " bytes (the limit)");
        }
        return true;
    }

    /** What the places are in. It is another one after {@link #next}. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the line starts. */
    int start() {
        return start;
    }

    /** Where it ends, without the end of the line. */
    int end() {
        return end;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }
}
