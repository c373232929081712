package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads heap and contention profiles of old Java agents.
 *
 * <pre>
 * --- contentionz 1 ---
 * format = java
 * resolution = microseconds
 * sampling period = 100
 * ms since reset = 6019923
 *             1     1 @ 0x00000003 0x00000004
 *
 *  0x0000003 com.example.Queue.take (Queue.java:31)
 *  0x0000004 com.example.Worker.run (Worker.java:12)
 * </pre>
 *
 * <p>A line has the bytes and the objects of a heap, or the delay and the number of contentions. A heap was sampled every
 * 512 KiB; its numbers are estimated from that. The locations are {@link JavaLocations}.
 */
final class JavaReader {
    static final String HEAP = "--- heapz 1 ---";

    private static final String CONTENTION = "--- contentionz 1 ---";
    private static final long HEAP_SAMPLING_RATE = 512 << 10;

    private final LineReader lines;
    private final AddressSamples samples;
    private boolean isHeap;
    private boolean atEnd;
    private List<ValueType> types = List.of();
    private Header.Period period = Header.Period.NONE;
    private long durationNanos;

    private JavaReader(LineReader lines, Limits limits) {
        this.lines = lines;
        this.samples = new AddressSamples(2, limits);
    }

    /**
     * Whether a contention profile is Java's: one of its attributes is the format or the resolution.
     *
     * @param lines the attributes come next; only they are read
     */
    static boolean isContention(String first, LineReader lines) throws IOException {
        if (!Characters.trim(first).equals(CONTENTION)) {
            return false;
        }
        while (lines.next()) {
            String line = lines.line();
            int equals = line.indexOf('=');
            if (!LegacyFormat.isBlankOrComment(line)) {
                if (equals < 0) {
                    return false;
                }
                String name = Characters.trim(line.substring(0, equals));
                if (name.equals("format") || name.equals("resolution")) {
                    return true;
                }
            }
        }
        return false;
    }

    static Profile read(LineReader lines, Limits limits) throws IOException {
        return new JavaReader(lines, limits).read();
    }

    private Profile read() throws IOException {
        lines.next();
        String title = Characters.trim(lines.line());
        isHeap = title.equals(HEAP);
        if (!isHeap && !title.equals(CONTENTION)) {
            throw lines.malformed("no header of a Java profile");
        }
        nextTerminated();
        while (!atEnd && attribute(Characters.trim(lines.line()))) {
            nextTerminated();
        }
        while (!atEnd && sample(Characters.trim(lines.line()))) {
            nextTerminated();
        }
        Header header = new Header(types, "", period, 0, durationNanos, List.of(), "", Header.FrameRules.NONE);
        return samples.build(header, List.of(), JavaLocations.read(lines, samples));
    }

    /** Moves on; an attribute or a sample must have an end of line. */
    private void nextTerminated() throws IOException {
        atEnd = !lines.next() || !lines.isTerminated();
    }

    /** Reads an attribute, and is true for an empty line too. */
    private boolean attribute(String line) throws IOException {
        int equals = line.indexOf('=');
        while (equals >= 0 && (isNoWord(line, equals - 1) || isNoWord(line, equals + 1))) {
            equals = line.indexOf('=', equals + 1);
        }
        if (equals < 0) {
            return line.isEmpty();
        }
        int start = equals;
        while (!isNoWord(line, start - 1)) {
            start--;
        }
        int end = equals + 1;
        while (!isNoWord(line, end)) {
            end++;
        }
        attribute(Characters.trim(line.substring(start, equals)), Characters.trim(line.substring(equals + 1, end)));
        return true;
    }

    private static boolean isNoWord(String line, int at) {
        return at < 0 || at >= line.length() || !(Characters.isWord(line.charAt(at)) || line.charAt(at) == ' ');
    }

    private void attribute(String name, String value) throws IOException {
        switch (name) {
            case "format" -> {
                if (!value.equals("java")) {
                    throw lines.malformed("unknown format (expected java)");
                }
            }
            case "resolution" -> {
                String count = isHeap ? "inuse_objects" : "contentions";
                String size = isHeap ? "inuse_space" : "delay";
                types = List.of(new ValueType(count, "count"), new ValueType(size, value));
            }
            case "sampling period" -> {
                requireContention();
                period = new Header.Period(new ValueType("contentions", "count"), number(value));
            }
            case "ms since reset" -> {
                requireContention();
                durationNanos = number(value) * 1_000_000;
            }
            default -> throw lines.malformed("unknown attribute of a Java profile");
        }
    }

    private void requireContention() throws IOException {
        if (isHeap) {
            throw lines.malformed("attribute of a contention profile in a heap profile");
        }
    }

    private long number(String text) throws IOException {
        return Numbers.literal(text).orElseThrow(() -> lines.malformed("no number"));
    }

    /** Reads a sample, and is true for an empty line too. */
    private boolean sample(String line) throws IOException {
        Optional<JavaSample> found = JavaSample.find(line);
        if (found.isEmpty()) {
            return line.isEmpty();
        }
        Stacks.addNumbers(found.get().stack(), lines, samples);
        long[] values = {number(found.get().second()), number(found.get().first())};
        LabelSet labels = LabelSet.EMPTY;
        if (isHeap) {
            if (values[0] == 0) {
                throw lines.malformed("0 objects");
            }
            labels = new LabelSet.Builder()
                    .number("bytes", values[1] / values[0], "")
                    .build();
            HeapReader.unsampled(values, 0, HEAP_SAMPLING_RATE);
        } else if (period.value() != 0) {
            values[0] *= period.value();
            values[1] *= period.value();
        }
        samples.end(labels, values);
        return true;
    }

    /** {@code 7048 1 @ 0x00000003 0x00000004}, with anything before it. */
    private record JavaSample(String first, String second, String stack) {
        static Optional<JavaSample> find(String line) {
            for (int at = line.indexOf(" @ "); at >= 0; at = line.indexOf(" @ ", at + 1)) {
                int secondEnd = back(line, at, false);
                int secondStart = back(line, secondEnd, true);
                int firstEnd = back(line, secondStart, false);
                int firstStart = back(line, firstEnd, true);
                if (secondStart < secondEnd && firstEnd < secondStart && firstStart < firstEnd) {
                    return Optional.of(new JavaSample(
                            line.substring(firstStart, firstEnd),
                            line.substring(secondStart, secondEnd),
                            Stacks.addresses(line, at + 2)));
                }
            }
            return Optional.empty();
        }

        /** Where the digits, or the blanks, that end at a place start. */
        private static int back(String line, int end, boolean digits) {
            int start = end;
            while (start > 0 && (digits ? Characters.isDigit(line.charAt(start - 1)) : line.charAt(start - 1) == ' ')) {
                start--;
            }
            return start;
        }
    }
}
