package io.tidemark.model.collapsed;

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
import java.util.OptionalLong;

/**
 * Reads collapsed stacks.
 *
 * <pre>
 * main;run;encode 12
 * main;run;decode 30
 * </pre>
 *
 * <p>A line has the frames with the root first, a blank and a whole number, which may be negative in a difference; what a
 * few tools write with decimals is cut to the whole part. Empty frames, empty lines and lines that start with {@code #}
 * are skipped; equal stacks are added up. The text does not say what it counts: the caller may know.
 */
public final class CollapsedReader {
    /** What is counted when nobody says so. */
    public static final ValueType SAMPLES = new ValueType("samples", "count");

    private final LineReader lines;
    private final Limits limits;
    private final ProfileBuilder builder;
    private final StackSums sums = new StackSums(1);
    private int[] stack = new int[64];

    private CollapsedReader(InputStream in, Limits limits, ValueType type) {
        this.lines = new LineReader(in, limits, "collapsed stacks");
        this.limits = limits;
        this.builder = new ProfileBuilder(List.of(type));
    }

    /** Whether a line could be one of collapsed stacks. */
    public static boolean isStack(String line) {
        int end = stackEnd(line);
        return end > 0
                && !Characters.isBlank(line.charAt(0))
                && value(line, end).isPresent();
    }

    /** Reads stacks that count {@link #SAMPLES}. */
    public static Profile read(InputStream in, Limits limits) throws IOException {
        return read(in, limits, SAMPLES);
    }

    /**
     * Reads stacks to the end of the stream.
     *
     * @param type what the numbers count
     * @throws MalformedProfileException when a line is no stack, or a limit is exceeded
     */
    public static Profile read(InputStream in, Limits limits, ValueType type) throws IOException {
        return new CollapsedReader(in, limits, type).read();
    }

    private Profile read() throws IOException {
        while (lines.next()) {
            String line = lines.line();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                int end = stackEnd(line);
                OptionalLong value = end > 0 ? value(line, end) : OptionalLong.empty();
                if (value.isEmpty()) {
                    throw lines.malformed("no stack and count (expected root;...;leaf 12)");
                }
                int depth = readStack(line, end);
                sums.add(stack, depth, 0, value.getAsLong());
            }
        }
        sums.addTo(builder);
        return builder.build();
    }

    /** The last blank of a line. */
    private static int stackEnd(String line) {
        return Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    }

    private static OptionalLong value(String line, int blank) {
        int point = line.indexOf('.', blank);
        boolean hasDecimals =
                point >= 0 && line.substring(point + 1).chars().allMatch(c -> Characters.isDigit((char) c));
        return Numbers.decimal(line.substring(blank + 1, hasDecimals ? point : line.length()));
    }

    /** Puts the frames into the stack with the leaf first, and says how many there are. */
    private int readStack(String line, int end) throws IOException {
        int depth = 0;
        int frameEnd = end;
        while (frameEnd >= 0) {
            int start = line.lastIndexOf(';', frameEnd - 1) + 1;
            if (start < frameEnd) {
                if (depth == limits.maxFrames()) {
                    throw lines.malformed(
                            "stack of more than " + depth + " frames (the limit; raise it with -max_frames)");
                }
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                stack[depth++] = builder.location(line.substring(start, frameEnd), "", 0);
            }
            frameEnd = start - 1;
        }
        return depth;
    }
}
