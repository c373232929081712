package io.tidemark.analysis.report;

import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a report goes: text, as bytes, through one buffer. Names that are not UTF-8 come out as they came in. Columns are
 * counted in code points. Nothing is lost until {@link #flush}, nothing is written after it that was not asked for.
 */
public final class TextOutput {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    public TextOutput(OutputStream out) {
        this.out = out;
    }

    /** Appends a text. */
    public TextOutput text(String text) throws IOException {
        int length = text.length();
        if (length > buffer.length - size) {
            drain();
            if (length > buffer.length) {
                return bytes(Utf8.encode(text));
            }
        }
        int start = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                return bytes(Utf8.encode(text));
            }
            buffer[size++] = (byte) c;
        }
        return this;
    }

    /** Appends a text and ends the line. */
    public TextOutput line(String text) throws IOException {
        return text(text).newLine();
    }

    /** Appends a text with spaces before it, so that it is at least so wide. */
    public TextOutput right(String text, int width) throws IOException {
        return spaces(width - Utf8.width(text)).text(text);
    }

    /** Appends a text with spaces after it, so that it is at least so wide. */
    public TextOutput left(String text, int width) throws IOException {
        return text(text).spaces(width - Utf8.width(text));
    }

    public TextOutput spaces(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put((byte) ' ');
        }
        return this;
    }

    public TextOutput newLine() throws IOException {
        put((byte) '\n');
        return this;
    }

    /** Appends bytes of UTF-8. */
    public TextOutput bytes(byte[] bytes) throws IOException {
        return bytes(bytes, 0, bytes.length);
    }

    /** Appends a part of an array of UTF-8. */
    public TextOutput bytes(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - size) {
            drain();
            if (length > buffer.length) {
                out.write(bytes, offset, length);
                return this;
            }
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
        return this;
    }

    /** A stream that appends to this output, for writers of bytes. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                put((byte) b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                drain();
                out.write(bytes, offset, length);
            }
        };
    }

    /** Hands everything on; the stream below is flushed and stays open. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    private void put(byte b) throws IOException {
        if (size == buffer.length) {
            drain();
        }
        buffer[size++] = b;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
