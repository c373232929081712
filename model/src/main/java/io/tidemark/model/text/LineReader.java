package io.tidemark.model.text;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, without their ends ({@code \n} or {@code \r\n}).
 *
 * <p>It refuses lines beyond 16 MiB and streams beyond the limit. Bytes that are not UTF-8 survive, as {@link Utf8}
 * describes.
 *
 * <pre>{@code
 * LineReader lines = new LineReader(in, limits, "heap profile");
 * while (lines.next()) {
 *     if (lines.line().isEmpty()) {
 *         throw lines.malformed("an empty line");   // heap profile, line 3: an empty line
 *     }
 * }
 * }</pre>
 */
public final class LineReader {
    /** The most bytes of one line: a stack of 65,536 frames with 250 bytes each. */
    public static final int MAX_LINE = 1 << 24;

    private static final int EXCERPT = 60;

    private final InputStream in;
    private final long maxBytes;
    private final String what;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long total;
    private String line = "";
    private long number;
    private boolean terminated;

    /** Lines of a stream; {@code what} names it in messages, such as {@code heap profile}. */
    public LineReader(InputStream in, Limits limits, String what) {
        this.in = in;
        this.maxBytes = limits.maxBytes();
        this.what = what;
    }

    /** Moves to the next line; false at the end, where {@link #line} is empty. */
    public boolean next() throws IOException {
        int end = lineEnd();
        if (end == position && !terminated) {
            line = "";
            return false;
        }
        int length = end - position;
        if (terminated && length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        line = Utf8.decode(buffer, position, length);
        position = terminated ? end + 1 : end;
        number++;
        return true;
    }

    /** The line that {@link #next} moved to. */
    public String line() {
        return line;
    }

    /** The number of the line, from 1; 0 before the first. */
    public long number() {
        return number;
    }

    /** Whether the line had an end; the last one of a stream may not. */
    public boolean isTerminated() {
        return terminated;
    }

    /** What is wrong with the line, for the user: the name of the text, the number of the line, and its beginning. */
    public MalformedProfileException malformed(String message) {
        String where = what + ", line " + number + ": " + message;
        return new MalformedProfileException(line.isEmpty() ? where : where + ": " + excerpt(line));
    }

    /** The beginning of a text in quotes, without what could upset a terminal. */
    public static String excerpt(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int end = Math.min(text.length(), EXCERPT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return shown.append(end < text.length() ? "...\"" : "\"").toString();
    }

    /** Where the line ends in the buffer, which then holds all of it. */
    private int lineEnd() throws IOException {
        int scanned = position;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    terminated = true;
                    return i;
                }
            }
            scanned = limit - position;
            if (!fill()) {
                terminated = false;
                return limit;
            }
            scanned += position;
        }
    }

    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == buffer.length) {
            if (limit >= MAX_LINE) {
                throw new MalformedProfileException(
                        what + ", line " + (number + 1) + ": longer than " + MAX_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            return false;
        }
        limit += count;
        total += count;
        if (total > maxBytes) {
            throw new MalformedProfileException(
                    what + " of more than " + maxBytes + " bytes (the limit; raise it with -max_bytes)");
        }
        return true;
    }
}
