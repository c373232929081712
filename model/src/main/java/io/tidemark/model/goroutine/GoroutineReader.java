package io.tidemark.model.goroutine;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.StackSums;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a dump of goroutines as a profile of the type {@code goroutine/count}.
 *
 * <pre>
 * goroutine 18 [chan receive, 106 minutes]:
 * main.(*Pool).work(0xc000010000, {0x1, 0x2})
 * 	/src/main.go:85 +0x2b
 * ...12 frames elided...
 * created by main.NewPool in goroutine 1
 * 	/src/main.go:80 +0x3d
 * </pre>
 *
 * <p>Goroutines with the same stack and the same labels are one sample. The labels are {@code state}, {@code creator} and,
 * where the dump has them, {@code wait} (a number, in minutes), {@code locked}, {@code bubble} and the goroutine's own.
 * The arguments, the numbers of the goroutines and who of them started whom are not kept: they would make every goroutine
 * a sample of its own. Frames that the dump leaves out are a frame {@value #ELIDED}; where it has no stack, because the
 * goroutine ran, the frame is {@value #UNAVAILABLE}. Lines outside of goroutines, such as the message of a panic, are
 * skipped.
 *
 * @see <a href="https://github.com/golang/go/blob/master/src/runtime/traceback.go">runtime/traceback.go</a>
 */
public final class GoroutineReader {
    /** The frame that stands for those that were left out. */
    public static final String ELIDED = "[frames elided]";

    /** The frame of a goroutine that was running elsewhere. */
    public static final String UNAVAILABLE = "[stack unavailable]";

    private static final ValueType TYPE = new ValueType("goroutine", "count");
    private static final String CREATED = "created by ";

    private final LineReader lines;
    private final Limits limits;
    private final ProfileBuilder builder = new ProfileBuilder(
            new Header(List.of(TYPE), "", new Header.Period(TYPE, 1), 0, 0, List.of(), "", Header.FrameRules.NONE));
    private final StackSums sums = new StackSums(1);
    private int[] stack = new int[64];
    private int depth;

    private GoroutineReader(InputStream in, Limits limits) {
        this.lines = new LineReader(in, limits, "goroutine dump");
        this.limits = limits;
    }

    /** Whether a line is the first of a goroutine. */
    public static boolean isHeader(String line) {
        return GoroutineHeader.parse(line, Limits.DEFAULT).isPresent();
    }

    /**
     * Reads a dump to the end of the stream.
     *
     * @throws MalformedProfileException when there is no goroutine in it, or it exceeds a limit
     */
    public static Profile read(InputStream in, Limits limits) throws IOException {
        return new GoroutineReader(in, limits).read();
    }

    private Profile read() throws IOException {
        boolean more = lines.next();
        while (more) {
            Optional<GoroutineHeader> header = GoroutineHeader.parse(lines.line(), limits);
            more = header.isPresent() ? goroutine(header.get()) : lines.next();
        }
        if (sums.size() == 0) {
            throw new MalformedProfileException("goroutine dump: no goroutine in it");
        }
        sums.addTo(builder);
        return builder.build();
    }

    /** Reads one goroutine, and stands at the line after it then; false at the end. */
    private boolean goroutine(GoroutineHeader header) throws IOException {
        depth = 0;
        String creator = "";
        boolean more = lines.next();
        boolean isAncestor = false;
        while (more && !lines.line().isEmpty() && !isHeader(lines.line())) {
            String line = lines.line();
            if (line.startsWith("[originating from goroutine ")) {
                isAncestor = true; // how its creator came there, when that is traced
            }
            if (isAncestor) {
                more = lines.next();
            } else if (line.startsWith(CREATED)) {
                creator = creator(line);
                more = skipPlace();
            } else if (line.startsWith("...") && line.endsWith("...")) {
                add(builder.location(ELIDED, "", 0));
                more = lines.next();
            } else if (isIndented(line)) {
                if (line.endsWith("stack unavailable")) {
                    add(builder.location(UNAVAILABLE, "", 0));
                }
                more = lines.next();
            } else {
                more = frame(line);
            }
        }
        sums.add(stack, depth, builder.labels(header.toLabels(creator)), 1);
        return more;
    }

    private static String creator(String line) {
        int in = line.lastIndexOf(" in goroutine ");
        return line.substring(CREATED.length(), in < CREATED.length() ? line.length() : in);
    }

    /** Moves over the line with the place of what came before, if that is here. */
    private boolean skipPlace() throws IOException {
        return lines.next() && (!isIndented(lines.line()) || lines.next());
    }

    /** Reads a function and, on the next line, its place. */
    private boolean frame(String line) throws IOException {
        int arguments = line.endsWith(")") ? line.lastIndexOf('(') : -1;
        String function = arguments > 0 ? line.substring(0, arguments) : line;
        boolean more = lines.next();
        if (!more || !isIndented(lines.line())) {
            return more; // no frame, but what the program printed after its dump
        }
        String place = place(lines.line());
        int colon = place.lastIndexOf(':');
        OptionalLong number = Numbers.decimal(place.substring(colon + 1));
        if (colon < 0 || number.isEmpty()) {
            add(builder.location(function, place.startsWith("pc=") ? "" : place, 0));
        } else {
            add(builder.location(function, place.substring(0, colon), number.getAsLong()));
        }
        return lines.next();
    }

    /** {@code /src/main.go:85} of {@code /src/main.go:85 +0x2b fp=0xc000 sp=0xc000 pc=0x68}. */
    static String place(String line) {
        int end = line.length();
        for (String after : List.of(" +0x", " fp=0x", " pc=0x")) {
            int at = line.indexOf(after);
            end = at >= 0 && at < end ? at : end;
        }
        return line.substring(0, end).strip();
    }

    /** Whether a line starts with a tab, or with the blanks that became of it. */
    private static boolean isIndented(String line) {
        return !line.isEmpty() && Characters.isBlank(line.charAt(0));
    }

    private void add(int location) throws IOException {
        if (depth == limits.maxFrames()) {
            throw lines.malformed("stack of more than " + depth + " frames (the limit; raise it with -max_frames)");
        }
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth++] = location;
    }
}
