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
import java.util.OptionalLong;

/**
 * Reads how long threads waited for locks: Go's {@code block} and {@code mutex} profiles, and those of C++.
 *
 * <pre>
 * --- contention:
 * cycles/second=2596140483
 * sampling period=1
 * 1184744548 398 @ 0x44ad45 0x657334
 * </pre>
 *
 * <p>A line has the delay in cycles, and how often it happened. One event in as many as the sampling period was recorded,
 * so both are multiplied by it.
 */
final class ContentionReader {
    private static final List<ValueType> TYPES =
            List.of(new ValueType("contentions", "count"), new ValueType("delay", "nanoseconds"));

    private final LineReader lines;
    private final AddressSamples samples;
    private long cyclesPerSecond;
    private long period = 1;
    private long durationNanos;

    private ContentionReader(LineReader lines, Limits limits) {
        this.lines = lines;
        this.samples = new AddressSamples(2, limits);
    }

    static boolean isHeader(String line) {
        return line.startsWith("--- contentionz ")
                || line.startsWith("--- mutex:")
                || line.startsWith("--- contention:");
    }

    static Profile read(LineReader lines, Limits limits, LegacyFormat.Comments comments) throws IOException {
        lines.next();
        if (!isHeader(lines.line())) {
            throw lines.malformed("no header of a contention profile");
        }
        return new ContentionReader(lines, limits).read(new GoComments(comments, limits));
    }

    private Profile read(GoComments comments) throws IOException {
        attributes();
        do {
            String line = Characters.trim(lines.line());
            if (line.startsWith("---")) {
                break;
            }
            if (LegacyFormat.isBlankOrComment(line)) {
                comments.read(lines.line(), samples);
            } else {
                sample(line);
            }
        } while (lines.next());
        Header header = new Header(
                TYPES,
                "",
                new Header.Period(TYPES.get(0), period),
                0,
                durationNanos,
                List.of(),
                "",
                Header.FrameRules.NONE);
        return samples.build(header, MemoryMap.readAfterStart(lines), comments.symbols(samples));
    }

    /** Reads {@code name = value}, up to the first line that is something else. */
    private void attributes() throws IOException {
        while (lines.next()) {
            String line = Characters.trim(lines.line());
            if (LegacyFormat.isBlankOrComment(line)) {
                continue;
            }
            int equals = line.indexOf('=');
            if (line.startsWith("---") || equals < 0) {
                return;
            }
            String value = Characters.trim(line.substring(equals + 1));
            switch (Characters.trim(line.substring(0, equals))) {
                case "cycles/second" -> cyclesPerSecond = number(value);
                case "sampling period" -> period = number(value);
                case "ms since reset" -> durationNanos = number(value) * 1_000_000;
                case "discarded samples" -> {}
                default -> throw lines.malformed("unknown attribute of a contention profile");
            }
        }
    }

    private long number(String text) throws IOException {
        return Numbers.literal(text).orElseThrow(() -> lines.malformed("no number"));
    }

    private void sample(String line) throws IOException {
        Pair pair = Pair.find(line);
        OptionalLong delay = Numbers.decimal(pair.first);
        OptionalLong count = Numbers.decimal(pair.second);
        if (delay.isEmpty() || count.isEmpty()) {
            throw lines.malformed("no sample of a contention profile");
        }
        long nanos = delay.getAsLong();
        long contentions = count.getAsLong();
        if (period > 0) {
            if (cyclesPerSecond > 0) {
                nanos = Rounding.toLong((double) nanos * (double) period / ((double) cyclesPerSecond / 1e9));
            }
            contentions *= period;
        }
        Stacks.addReturns(Stacks.addresses(line, pair.end), lines, samples);
        samples.end(LabelSet.EMPTY, contentions, nanos);
    }

    /**
     * The two numbers before the at sign of a line; where there is but one, its last digit is the second, as it is to
     * pprof.
     */
    private record Pair(String first, String second, int end) {
        static Pair find(String line) {
            for (int at = line.indexOf(" @"); at >= 0; at = line.indexOf(" @", at + 1)) {
                int second = digitsBefore(line, at);
                int spaces = second;
                while (spaces > 0 && line.charAt(spaces - 1) == ' ') {
                    spaces--;
                }
                int first = digitsBefore(line, spaces);
                if (second < at && first < spaces && spaces < second) {
                    return new Pair(line.substring(first, spaces), line.substring(second, at), at + 2);
                }
                if (at - second > 1) {
                    return new Pair(line.substring(second, at - 1), line.substring(at - 1, at), at + 2);
                }
            }
            return new Pair("", "", 0);
        }

        private static int digitsBefore(String line, int end) {
            int start = end;
            while (start > 0 && Characters.isDigit(line.charAt(start - 1))) {
                start--;
            }
            return start;
        }
    }
}
