package io.tidemark.model.pasted;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads what {@code raw} prints of a whole profile.
 *
 * <pre>
 * PeriodType: space bytes
 * Period: 524288
 * Time: 2026-11-20 23:49:00.5 +0000 UTC
 * Samples:
 * inuse_objects/count inuse_space/bytes[dflt]
 *          1     524288: 1 2
 *                 bytes:[4096]
 * Locations
 *      1: 0x4f2a10 M=1 main.encode /src/encode.go:12:0 s=10
 *      2: 0x4f2b20 M=1 main.main /src/main.go:7:0 s=5
 * Mappings
 * 1: 0x400000/0x500000/0x0 /bin/server 8fa2ba1 [FN][FL][LN]
 * </pre>
 *
 * <p>Everything comes back but the duration, of which {@code raw} prints four characters, and the rules for frames. Where
 * blanks separate, texts with blanks in them may be taken apart in another place: names and files, values of one label.
 */
final class RawReader {
    static final String FIRST = "PeriodType: ";

    private static final int MAX_TYPES = 1 << 14;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSSSSS] xx", Locale.ROOT);

    private final LineReader lines;
    private final Limits limits;
    private final ProfileBuilder builder = new ProfileBuilder(List.of());
    private final Map<Long, Integer> numbers = new HashMap<>(); // of location ids, by arrival
    private final RawSymbols symbols;

    private RawReader(LineReader lines, Limits limits) {
        this.lines = lines;
        this.limits = limits;
        this.symbols = new RawSymbols(lines, builder);
    }

    static Profile read(LineReader lines, Limits limits) throws IOException {
        return new RawReader(lines, limits).read();
    }

    private Profile read() throws IOException {
        header();
        boolean more = lines.next();
        while (more && !lines.line().equals("Locations")) {
            more = sample(lines.line());
        }
        symbols.read();
        int[] indices = new int[numbers.size()];
        numbers.forEach((id, number) -> indices[number] = symbols.location(id));
        builder.renumberFrames(indices);
        return builder.build();
    }

    private void header() throws IOException {
        Header header = builder.header();
        ValueType periodType = ValueType.NONE;
        long period = 0;
        long time = 0;
        List<String> comments = new ArrayList<>();
        String doc = "";
        while (lines.next() && !lines.line().equals("Samples:")) {
            String line = lines.line();
            String value = line.substring(line.indexOf(": ") < 0 ? line.length() : line.indexOf(": ") + 2);
            if (line.startsWith("Comment: ")) {
                comments.add(value);
            } else if (line.startsWith("Doc: ")) {
                doc = value;
            } else if (line.startsWith(FIRST)) {
                int blank = value.lastIndexOf(' ');
                periodType = blank < 0
                        ? new ValueType(value, "")
                        : new ValueType(value.substring(0, blank), value.substring(blank + 1));
            } else if (line.startsWith("Period: ")) {
                period = Numbers.decimal(value).orElseThrow(() -> lines.malformed("no number"));
            } else if (line.startsWith("Time: ")) {
                time = time(value);
            }
        }
        if (!lines.next()) {
            throw lines.malformed("no samples");
        }
        List<ValueType> types = new ArrayList<>();
        String defaultType = types(lines.line(), types);
        if (types.size() > MAX_TYPES) {
            throw lines.malformed("more than " + MAX_TYPES + " sample types");
        }
        builder.header(new Header(
                types, defaultType, new Header.Period(periodType, period), time, 0, comments, doc, header.frames()));
    }

    /** The nanoseconds of {@code 2026-11-20 23:49:00.5 +0000 UTC}, or 0. */
    private static long time(String text) {
        String[] parts = text.split(" ", 4);
        if (parts.length < 3) {
            return 0;
        }
        int point = parts[1].indexOf('.');
        int digits = point < 0 ? 9 : parts[1].length() - point - 1;
        String padded = parts[1] + "0".repeat(Math.max(0, 9 - digits));
        try {
            OffsetDateTime time = OffsetDateTime.parse(parts[0] + " " + padded + " " + parts[2], TIME);
            return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }

    /** Adds the types of {@code inuse_objects/count inuse_space/bytes[dflt]}, and gives the name of the default. */
    private static String types(String line, List<ValueType> types) {
        String defaultType = "";
        for (String word : line.strip().split(" ", MAX_TYPES + 1)) {
            boolean isDefault = word.endsWith("[dflt]");
            String type = isDefault ? word.substring(0, word.length() - "[dflt]".length()) : word;
            int slash = type.lastIndexOf('/');
            if (slash >= 0) {
                types.add(new ValueType(type.substring(0, slash), type.substring(slash + 1)));
                defaultType = isDefault ? type.substring(0, slash) : defaultType;
            }
        }
        return defaultType;
    }

    /** Reads a sample with the labels below it, and stands at the line after them then; false at the end. */
    private boolean sample(String line) throws IOException {
        Cursor cursor = new Cursor(line, 0);
        int count = 0;
        cursor.skipSpaces();
        while (!cursor.skip(':')) {
            builder.value(number(cursor));
            count++;
            cursor.skipSpaces();
        }
        if (count != builder.header().sampleTypes().size()) {
            throw lines.malformed(count + " values (expected "
                    + builder.header().sampleTypes().size() + ")");
        }
        cursor.skipSpaces();
        while (!cursor.isAtEnd()) {
            if (builder.depth() == limits.maxFrames()) {
                throw lines.malformed(
                        "stack of more than " + limits.maxFrames() + " frames (the limit; raise it with -max_frames)");
            }
            builder.frame(numbers.computeIfAbsent(number(cursor), unused -> numbers.size()));
            cursor.skipSpaces();
        }
        LabelSet.Builder labels = new LabelSet.Builder();
        boolean more = lines.next();
        while (more && RawLabels.isLine(lines.line())) {
            RawLabels.add(lines, limits, labels);
            more = lines.next();
        }
        builder.endSample(builder.labels(labels.build()));
        return more;
    }

    private long number(Cursor cursor) throws IOException {
        String digits = (cursor.skip('-') ? "-" : "") + cursor.digits();
        OptionalLong number = Numbers.decimal(digits);
        return number.orElseThrow(() -> lines.malformed("no sample (expected numbers, a colon and locations)"));
    }
}
