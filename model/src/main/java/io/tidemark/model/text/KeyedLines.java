package io.tidemark.model.text;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lines of a key and a value, as the Linux kernel writes them. Which keys there are depends on the kernel, so one that is
 * missing is no error; a number that is none is.
 *
 * <pre>{@code
 * KeyedLines status = KeyedLines.parse("VmRSS:\t  1780 kB\nThreads:\t7\n", "proc/status");
 * status.kilobytes("VmRSS");     // 1822720
 * status.number("Threads");      // 7
 * status.number("VmSwap");       // empty
 * }</pre>
 */
public final class KeyedLines {
    private record Value(String text, long line) {}

    private final String what;
    private final Map<String, Value> values;

    private KeyedLines(String what, Map<String, Value> values) {
        this.what = what;
        this.values = values;
    }

    /**
     * The keys of a text and what follows them. A key ends with a colon or a blank, and the first of two that are the same
     * counts. A last line without an end is left out: it may have been cut off within a number.
     *
     * @param what names the text in messages
     */
    public static KeyedLines parse(String text, String what) {
        Map<String, Value> values = new HashMap<>();
        int start = 0;
        long line = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line++;
            int key = start;
            while (key < end && text.charAt(key) != ':' && !Characters.isBlank(text.charAt(key))) {
                key++;
            }
            if (key > start && key < end) {
                String rest = Characters.trim(text.substring(key + 1, end));
                values.putIfAbsent(text.substring(start, key), new Value(rest, line));
            }
            start = end + 1;
        }
        return new KeyedLines(what, values);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text after a key; empty when there is none. */
    public String text(String key) {
        Value value = values.get(key);
        return value == null ? "" : value.text;
    }

    /** The number after a key, not negative. */
    public OptionalLong number(String key) throws MalformedTextException {
        Value value = values.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(parse(value, value.text, 1));
    }

    /** The number of kilobytes after a key, in bytes. */
    public OptionalLong kilobytes(String key) throws MalformedTextException {
        Value value = values.get(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.text.endsWith(" kB")) {
            throw MalformedTextException.at(what, value.line, value.text, "a number of kB");
        }
        return OptionalLong.of(parse(value, value.text.substring(0, value.text.length() - 3), 1024));
    }

    private long parse(Value value, String digits, long unit) throws MalformedTextException {
        OptionalLong number = Numbers.decimal(digits);
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Long.MAX_VALUE / unit) {
            throw MalformedTextException.at(what, value.line, value.text, "a number");
        }
        return number.getAsLong() * unit;
    }
}
