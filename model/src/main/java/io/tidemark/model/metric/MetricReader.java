package io.tidemark.model.metric;

import io.tidemark.model.profile.Utf8;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the samples of a page of metrics one after the other, without holding more than one line.
 *
 * <pre>
 * # TYPE http_requests_total counter
 * http_requests_total{method="get",code="200"} 1027 1395066363000
 * {"http.server.requests",method="get"} 3
 * </pre>
 *
 * <p>Comments are skipped, exemplars too. What is asked for a sample is taken out of the line then; what is not asked for
 * costs nothing.
 *
 * <pre>{@code
 * MetricReader metrics = new MetricReader(in, MetricReader.Format.PROMETHEUS, 64 << 20);
 * while (metrics.next()) {
 *     if (metrics.isNamed("go_goroutines")) {
 *         ... metrics.value();
 *     }
 * }
 * }</pre>
 */
public final class MetricReader {
    /** In what times are given: in milliseconds, or in seconds with a fraction. */
    public enum Format {
        PROMETHEUS,
        OPENMETRICS
    }

    /** The most labels of a sample. */
    public static final int MAX_LABELS = 1024;

    private final MetricLines lines;
    private final Format format;
    private int at;
    private int end;
    private byte[] bytes = new byte[0];
    private int nameStart;
    private int nameEnd;
    private int labels;
    private int[] places = new int[64]; // of each label: start and end of the name, start and end of the value
    private double value;
    private OptionalLong timestamp = OptionalLong.empty();

    /**
     * A reader of a stream, which is not closed.
     *
     * @param maxBytes the most bytes to read
     */
    public MetricReader(InputStream in, Format format, long maxBytes) {
        this.lines = new MetricLines(in, maxBytes);
        this.format = format;
    }

    /**
     * Moves to the next sample; false at the end.
     *
     * @throws MalformedTextException when a line is no sample. The reader can go on with the next line then; one that has
     *     met a limit throws again.
     */
    public boolean next() throws IOException {
        while (lines.next()) {
            bytes = lines.buffer();
            at = lines.start();
            end = lines.end();
            skipBlanks();
            if (at < end && bytes[at] != '#') {
                sample();
                return true;
            }
        }
        return false;
    }

    /** The number of the sample's line, from 1. */
    public long line() {
        return lines.number();
    }

    public String name() {
        return text(nameStart, nameEnd);
    }

    /** Whether the name is this one, in ASCII. */
    public boolean isNamed(String wanted) {
        if (wanted.length() != nameEnd - nameStart) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (bytes[nameStart + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many labels there are. */
    public int labels() {
        return labels;
    }

    public String labelName(int index) {
        return text(places[4 * index], places[4 * index + 1]);
    }

    public String labelValue(int index) {
        return text(places[4 * index + 2], places[4 * index + 3]);
    }

    /** The value of a label. */
    public Optional<String> label(String wanted) {
        for (int i = 0; i < labels; i++) {
            if (labelName(i).equals(wanted)) {
                return Optional.of(labelValue(i));
            }
        }
        return Optional.empty();
    }

    /** The value; it may be infinite, or not a number. */
    public double value() {
        return value;
    }

    /** When the value was measured, in milliseconds since 1970, if the page says so. */
    public OptionalLong timestamp() {
        return timestamp;
    }

    // ---- one line ----

    private void sample() throws MalformedTextException {
        labels = 0;
        nameStart = nameEnd = at;
        if (bytes[at] != '{') {
            while (at < end && isNameByte(bytes[at])) {
                at++;
            }
            nameEnd = at;
            skipBlanks();
        }
        if (at < end && bytes[at] == '{') {
            at++;
            readLabels();
        }
        if (nameStart == nameEnd) {
            throw malformed("the name of a metric");
        }
        value = number().orElseThrow(() -> malformed("a number as value"));
        skipBlanks();
        timestamp = at < end && bytes[at] != '#' ? OptionalLong.of(time()) : OptionalLong.empty();
        skipBlanks();
        if (at < end && bytes[at] != '#') {
            throw malformed("nothing after the time");
        }
    }

    /** Reads up to the closing brace; a string without {@code =} is the name of the metric. */
    private void readLabels() throws MalformedTextException {
        skipBlanks();
        while (at < end && bytes[at] != '}') {
            int start = at;
            int stop;
            boolean isQuoted = bytes[at] == '"';
            if (isQuoted) {
                start++;
                stop = quoted();
            } else {
                while (at < end && isNameByte(bytes[at])) {
                    at++;
                }
                stop = at;
            }
            skipBlanks();
            if (at < end && bytes[at] == '=' && stop > start) {
                at++;
                skipBlanks();
                label(start, stop);
            } else if (isQuoted && nameStart == nameEnd) {
                nameStart = start;
                nameEnd = stop;
            } else {
                throw malformed("NAME=\"VALUE\"");
            }
            skipBlanks();
            if (at < end && bytes[at] == ',') {
                at++;
                skipBlanks();
            } else if (at >= end || bytes[at] != '}') {
                throw malformed("a comma or a closing brace");
            }
        }
        if (at >= end) {
            throw malformed("a closing brace");
        }
        at++;
    }

    private void label(int start, int stop) throws MalformedTextException {
        if (at >= end || bytes[at] != '"') {
            throw malformed("a value in quotes");
        }
        if (labels == MAX_LABELS) {
            throw malformed("at most " + MAX_LABELS + " labels");
        }
        if (4 * labels == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[4 * labels] = start;
        places[4 * labels + 1] = stop;
        places[4 * labels + 2] = at + 1;
        places[4 * labels + 3] = quoted();
        labels++;
    }

    /** Moves behind the string that starts here, and says where its text ends. */
    private int quoted() throws MalformedTextException {
        for (int i = at + 1; i < end; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == '"') {
                at = i + 1;
                return i;
            }
        }
        throw malformed("a closing quote");
    }

    private OptionalDouble number() {
        skipBlanks();
        int start = at;
        while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
            at++;
        }
        return MetricNumber.parse(bytes, start, at);
    }

    private long time() throws MalformedTextException {
        double time = number().orElseThrow(() -> malformed("a number as time"));
        double millis = format == Format.OPENMETRICS ? time * 1000 : time;
        if (!(Math.abs(millis) < 1L << 53)) {
            throw malformed("a time");
        }
        return Math.round(millis);
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_' || b == ':';
    }

    /** The text of a place, with what a backslash means there. */
    private String text(int start, int stop) {
        String raw = Utf8.decode(bytes, start, stop - start);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                char escaped = raw.charAt(++i);
                c = escaped == 'n' ? '\n' : escaped;
                if (escaped != 'n' && escaped != '"' && escaped != '\\') {
                    text.append('\\'); // as Prometheus keeps it
                }
            }
            text.append(c);
        }
        return text.toString();
    }

    private MalformedTextException malformed(String expected) {
        int start = lines.start();
        return MalformedTextException.at(
                "metrics", lines.number(), Utf8.decode(bytes, start, lines.end() - start), expected);
    }
}
