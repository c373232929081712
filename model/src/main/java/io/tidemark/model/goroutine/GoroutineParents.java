package io.tidemark.model.goroutine;

import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads from a dump of goroutines who started them.
 *
 * <pre>
 * created by gopkg.in/natefinch/lumberjack%2ev2.(*Logger).mill.func1 in goroutine 1
 * 	/root/go/pkg/mod/gopkg.in/natefinch/lumberjack.v2@v2.2.1/lumberjack.go:390 +0xa5
 * </pre>
 *
 * <p>Go names the goroutine since version 1.21. What that one does itself is in the dump as well, if it still runs.
 */
public final class GoroutineParents {
    private static final String CREATED = "created by ";
    private static final String IN = " in goroutine ";
    private static final String START = "goroutine ";
    private static final int GENERATIONS = 8;

    /**
     * Goroutines that were started at one place by goroutines that do the same.
     *
     * @param creator the function that started them, with the place of its go statement
     * @param stack what the goroutine does that started them, the leaf first, and behind it what the one does that started
     *     that, and so on; empty when none of them runs any more
     * @param count of so many goroutines
     */
    public record Parent(Frame creator, List<Frame> stack, long count) {
        public Parent {
            stack = List.copyOf(stack);
        }
    }

    private record Goroutine(List<Frame> stack, Frame creator, long parent) {}

    private record Origin(Frame creator, List<Frame> stack) {}

    private final LineReader lines;
    private final Limits limits;
    private final Map<Long, Goroutine> goroutines = new LinkedHashMap<>();
    private final Map<Object, Object> known = new HashMap<>(); // frames and stacks, so that equal ones are one

    private GoroutineParents(InputStream in, Limits limits) {
        this.lines = new LineReader(in, limits, "goroutine dump");
        this.limits = limits;
    }

    /** Reads a dump to the end of the stream: the origin of most goroutines first. */
    public static List<Parent> read(InputStream in, Limits limits) throws IOException {
        return new GoroutineParents(in, limits).read();
    }

    private List<Parent> read() throws IOException {
        boolean more = lines.next();
        while (more) {
            more = GoroutineReader.isHeader(lines.line()) ? goroutine() : lines.next();
        }
        Map<Origin, Long> counts = new LinkedHashMap<>();
        for (Goroutine goroutine : goroutines.values()) {
            if (!goroutine.creator.isEmpty()) {
                counts.merge(new Origin(goroutine.creator, ancestors(goroutine)), 1L, Long::sum);
            }
        }
        List<Parent> parents = new ArrayList<>();
        counts.forEach((origin, count) -> parents.add(new Parent(origin.creator, origin.stack, count)));
        parents.sort(Comparator.comparingLong(parent -> -parent.count()));
        return parents;
    }

    private List<Frame> ancestors(Goroutine goroutine) {
        List<Frame> stack = new ArrayList<>();
        Goroutine parent = goroutines.get(goroutine.parent);
        for (int i = 0; i < GENERATIONS && parent != null; i++) {
            stack.addAll(parent.stack);
            parent = goroutines.get(parent.parent);
        }
        return same(stack);
    }

    /** Reads one goroutine, and stands at the line after it then; false at the end. */
    private boolean goroutine() throws IOException {
        long id = number(lines.line(), START.length());
        List<Frame> stack = new ArrayList<>();
        Frame creator = Frame.of("", "", 0);
        long parent = -1;
        boolean more = lines.next();
        while (more && !lines.line().isEmpty() && !GoroutineReader.isHeader(lines.line())) {
            String line = lines.line();
            more = lines.next();
            if (line.startsWith(CREATED)) {
                int in = line.lastIndexOf(IN);
                parent = in < 0 ? -1 : number(line, in + IN.length());
                creator = frame(line.substring(CREATED.length(), in < CREATED.length() ? line.length() : in), more);
            } else if (line.endsWith(")") && !isIndented(line) && stack.size() < limits.maxFrames()) {
                stack.add(frame(line.substring(0, line.lastIndexOf('(')), more));
            }
        }
        goroutines.put(id, new Goroutine(same(stack), creator, parent));
        return more;
    }

    /** A function with the place that is on the current line. */
    private Frame frame(String function, boolean hasPlace) {
        String place = hasPlace && isIndented(lines.line()) ? GoroutineReader.place(lines.line()) : "";
        int colon = place.lastIndexOf(':');
        OptionalLong line = Numbers.decimal(place.substring(colon + 1));
        return same(
                colon < 0 || line.isEmpty()
                        ? Frame.of(function, "", 0)
                        : Frame.of(function, place.substring(0, colon), line.getAsLong()));
    }

    private static boolean isIndented(String line) {
        return !line.isEmpty() && Characters.isBlank(line.charAt(0));
    }

    private static long number(String line, int from) {
        int to = from;
        while (to < line.length() && line.charAt(to) >= '0' && line.charAt(to) <= '9') {
            to++;
        }
        return Numbers.decimal(line.substring(from, to)).orElse(-1);
    }

    @SuppressWarnings("unchecked") // what comes out is equal to what went in
    private <T> T same(T value) {
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
