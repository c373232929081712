package io.tidemark.model.json;

import io.tidemark.model.measurement.Decimal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes JSON as it is told, through one buffer, so that what is written may be larger than memory.
 *
 * <p>The members of objects and the elements of arrays stand on lines of their own, but for those that were begun with
 * {@link #inline}, with all that is in them. A table is then one row a line, which people and line tools can read.
 *
 * <pre>{@code
 * json.beginObject().member("schema", "example/1").name("rows").beginArray();
 * json.inline().beginObject().member("name", "main.load").member("value", 12).end();
 * json.end().end();
 *
 * {
 *   "schema": "example/1",
 *   "rows": [
 *     {"name": "main.load", "value": 12}
 *   ]
 * }
 * }</pre>
 *
 * <p>Text that is not Unicode, such as a byte of a name that is no UTF-8 (see {@link io.tidemark.model.profile.Utf8}),
 * becomes U+FFFD, the character for what can't be shown. The output is always valid JSON in valid UTF-8. Characters that
 * HTML gives a meaning are escaped, so that it may stand inside a page.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LONGEST_LONG = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    private char[] closers = new char[16]; // by depth
    private int depth;
    private int inlineDepth; // the depth of the outermost inline container, or 0
    private boolean nextIsInline;
    private boolean isFirst = true; // nothing stands in the innermost container yet
    private boolean afterName;

    /** A writer to a stream, which it flushes and never closes. */
    public JsonWriter(OutputStream out) {
        this.out = out;
    }

    /** The next object or array stands on one line. */
    public JsonWriter inline() {
        nextIsInline = true;
        return this;
    }

    public JsonWriter beginObject() throws IOException {
        return begin('{', '}');
    }

    public JsonWriter beginArray() throws IOException {
        return begin('[', ']');
    }

    private JsonWriter begin(char opener, char closer) throws IOException {
        separate();
        put(opener);
        if (depth == closers.length) {
            closers = Arrays.copyOf(closers, depth * 2);
        }
        closers[depth++] = closer;
        if (nextIsInline && inlineDepth == 0) {
            inlineDepth = depth;
        }
        nextIsInline = false;
        isFirst = true;
        return this;
    }

    /** Ends the object or array that was begun last. */
    public JsonWriter end() throws IOException {
        if (depth == 0 || afterName) {
            throw new IllegalStateException("end of nothing");
        }
        boolean wasInline = inlineDepth > 0;
        inlineDepth = inlineDepth == depth ? 0 : inlineDepth;
        depth--;
        if (!isFirst && !wasInline) {
            newLine();
        }
        put(closers[depth]);
        isFirst = false;
        if (depth == 0) {
            put('\n');
        }
        return this;
    }

    /** Begins a member of an object; its value follows. */
    public JsonWriter name(String name) throws IOException {
        if (depth == 0 || closers[depth - 1] != '}') {
            throw new IllegalStateException("name '" + name + "' outside of an object");
        }
        separate();
        string(name);
        put(':');
        put(' ');
        afterName = true;
        return this;
    }

    public JsonWriter value(String value) throws IOException {
        separate();
        string(value);
        return this;
    }

    public JsonWriter value(long value) throws IOException {
        separate();
        number(value);
        return this;
    }

    public JsonWriter value(boolean value) throws IOException {
        separate();
        ascii(value ? "true" : "false");
        return this;
    }

    /** A number in as few digits as tell it apart; {@code null} for one that is none or not finite. */
    public JsonWriter value(double value) throws IOException {
        separate();
        ascii(Double.isFinite(value) ? Decimal.shortest(value) : "null");
        return this;
    }

    public JsonWriter nullValue() throws IOException {
        separate();
        ascii("null");
        return this;
    }

    /** A member of an object with its value. */
    public JsonWriter member(String name, String value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter member(String name, long value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter member(String name, boolean value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter member(String name, double value) throws IOException {
        return name(name).value(value);
    }

    /** Hands everything on, also to what is below the stream. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    private void separate() throws IOException {
        if (afterName) {
            afterName = false;
            return;
        }
        if (!isFirst && depth > 0) {
            put(',');
        }
        if (depth > 0 && inlineDepth == 0) {
            newLine();
        } else if (depth > 0 && !isFirst) {
            put(' ');
        }
        isFirst = false;
    }

    private void newLine() throws IOException {
        put('\n');
        for (int i = 0; i < 2 * depth; i++) {
            put(' ');
        }
    }

    private void string(String text) throws IOException {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&') {
                put(c);
            } else if (c >= 0x80) {
                i += wide(text, i);
            } else {
                escaped(c);
            }
        }
        put('"');
    }

    private void escaped(char c) throws IOException {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\n' -> put('n');
            case '\t' -> put('t');
            default -> unicode(c);
        }
    }

    private void unicode(char c) throws IOException {
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put((char) HEX[c >> shift & 0xF]);
        }
    }

    /** Writes a code point of two bytes or more. Returns how many more chars than one it took. */
    private int wide(String text, int i) throws IOException {
        int point = text.codePointAt(i);
        if (point >= 0xD800 && point <= 0xDFFF) {
            point = 0xFFFD;
        }
        if (point == 0x2028 || point == 0x2029) { // ends a line in old JavaScript
            put('\\');
            unicode((char) point);
        } else if (point < 0x800) {
            put((char) (0xC0 | (point >> 6)));
            tail(point, 0);
        } else if (point < 0x10000) {
            put((char) (0xE0 | (point >> 12)));
            tail(point, 6);
        } else {
            put((char) (0xF0 | (point >> 18)));
            tail(point, 12);
        }
        return point >= 0x10000 ? 1 : 0;
    }

    private void tail(int point, int highest) throws IOException {
        for (int shift = highest; shift >= 0; shift -= 6) {
            put((char) (0x80 | ((point >> shift) & 0x3F)));
        }
    }

    private void number(long value) throws IOException {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        room(LONGEST_LONG);
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    private void ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char b) throws IOException {
        if (size == buffer.length) {
            drain();
        }
        buffer[size++] = (byte) b;
    }

    private void room(int count) throws IOException {
        if (buffer.length - size < count) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
