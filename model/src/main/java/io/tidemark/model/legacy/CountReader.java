package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads Go's profiles of things that are counted: goroutines, threads created, whatever a program defines.
 *
 * <pre>
 * goroutine profile: total 502
 * 200 @ 0x43b2f6 0x407e5b 0x407998 0x68f68b 0x4690c1
 * # labels: {"endpoint":"/orders"}
 * #	0x68f68a	main.leak.func1+0x2a	./main.go:85
 *
 * 6 @
 * #	0x0
 * </pre>
 *
 * <p>Unlike pprof, which refuses the whole profile then, this accepts counts without a stack: {@code threadcreate} has
 * them on every machine.
 */
final class CountReader {
    private static final String PROFILE = " profile: total ";

    private final LineReader lines;
    private final AddressSamples samples;

    private CountReader(LineReader lines, Limits limits) {
        this.lines = lines;
        this.samples = new AddressSamples(1, limits);
    }

    static boolean isHeader(String line) {
        return !type(line).isEmpty();
    }

    static Profile read(LineReader lines, Limits limits, LegacyFormat.Comments comments) throws IOException {
        while (lines.next() && LegacyFormat.isBlankOrComment(lines.line())) {
            // comments may come before the header
        }
        String type = type(lines.line());
        if (type.isEmpty()) {
            throw lines.malformed("no header of a count profile");
        }
        return new CountReader(lines, limits).read(new ValueType(type, "count"), new GoComments(comments, limits));
    }

    /** What is counted; empty when the line is no header. */
    private static String type(String line) {
        int at = line.indexOf(PROFILE);
        if (at <= 0 || line.chars().limit(at).anyMatch(c -> Characters.isBlank((char) c))) {
            return "";
        }
        Cursor cursor = new Cursor(line, at + PROFILE.length());
        return cursor.digits().isEmpty() || !cursor.isAtEnd() ? "" : line.substring(0, at);
    }

    private Profile read(ValueType type, GoComments comments) throws IOException {
        while (lines.next() && !lines.line().startsWith("---")) {
            if (LegacyFormat.isBlankOrComment(lines.line())) {
                comments.read(lines.line(), samples);
            } else {
                sample(lines.line());
            }
        }
        Header header =
                new Header(List.of(type), "", new Header.Period(type, 1), 0, 0, List.of(), "", Header.FrameRules.NONE);
        return samples.build(header, MemoryMap.readAfterStart(lines), comments.symbols(samples));
    }

    private void sample(String line) throws IOException {
        Cursor cursor = new Cursor(line, 0);
        OptionalLong count = Numbers.literal(cursor.digits());
        if (count.isEmpty() || !cursor.skip(" @")) {
            throw lines.malformed("no sample of a count profile");
        }
        String stack = cursor.rest();
        if (!isStack(new Cursor(stack, 0))) {
            throw lines.malformed("no stack of addresses");
        }
        Stacks.addReturns(stack, lines, samples);
        samples.end(LabelSet.EMPTY, count.getAsLong());
    }

    /** Whether nothing but addresses comes, each with {@code 0x} and with blanks before it. */
    private static boolean isStack(Cursor cursor) {
        while (cursor.skipAll(' ') > 0 && !cursor.isAtEnd()) {
            if (!cursor.skip("0x") || cursor.hexDigits().isEmpty()) {
                return false;
            }
        }
        return cursor.isAtEnd();
    }
}
