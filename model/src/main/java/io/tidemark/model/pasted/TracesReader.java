package io.tidemark.model.pasted;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the stacks of {@code traces}.
 *
 * <pre>
 * Type: inuse_space
 * -----------+-------------------------------------------------------
 *      bytes:  512kB
 *   endpoint:  /orders
 *     1.50MB   main.grow (inline)
 *              main.encode
 *              main.main
 * -----------+-------------------------------------------------------
 * </pre>
 *
 * <p>Stacks are exact, and values as exact as they were printed. There is one sample type, the one that was printed. A
 * label is a number if all that it has are amounts with a unit of memory or time, or the number zero of {@code bytes}; it
 * is a text if not, with all values of its key as one.
 */
final class TracesReader {
    private static final String SEPARATOR = "-----------+-";

    private final LineReader lines;
    private final Limits limits;
    private final Heading heading;
    private final ProfileBuilder builder;
    private final Frames frames;
    private final List<Frame> inlined = new ArrayList<>();
    private LabelSet.Builder labels = new LabelSet.Builder();
    private int labelCount;
    private boolean inStack;
    private long value;
    private String unit = "";

    private TracesReader(LineReader lines, Limits limits) throws IOException {
        this.lines = lines;
        this.limits = limits;
        this.heading = Heading.read(lines, TracesReader::isSeparator);
        this.builder = heading.toBuilder(types("count"), List.of());
        this.frames = new Frames(builder, heading.addMapping(builder));
    }

    static boolean isSeparator(String line) {
        return line.startsWith(SEPARATOR);
    }

    static Profile read(LineReader lines, Limits limits) throws IOException {
        return new TracesReader(lines, limits).read();
    }

    private List<ValueType> types(String unit) {
        return List.of(new ValueType(heading.type().isEmpty() ? "samples" : heading.type(), unit));
    }

    private Profile read() throws IOException {
        while (lines.next() && !lines.line().isBlank() && !lines.line().startsWith("(pprof)")) {
            if (isSeparator(lines.line())) {
                endSample();
            } else if (inStack) {
                frame(lines.line());
            } else {
                labelOrLeaf(lines.line());
            }
        }
        endSample();
        List<ValueType> types = types(unit.isEmpty() ? "count" : unit);
        return builder.header(builder.header().withSampleTypes(types, "")).build();
    }

    private void endSample() {
        if (inStack) {
            if (!inlined.isEmpty()) {
                endLocation();
            }
            builder.value(value);
            builder.endSample(builder.labels(labels.build()));
        }
        labels = new LabelSet.Builder();
        labelCount = 0;
        inStack = false;
    }

    /** Reads {@code 1.50MB   main.grow} or {@code endpoint:  /orders}. */
    private void labelOrLeaf(String line) throws IOException {
        Cursor cursor = new Cursor(line, 0);
        cursor.skipSpaces();
        int start = cursor.position();
        Optional<Amount> amount = Amount.parse(cursor.word());
        int colon = line.indexOf(":  ", start);
        if (amount.isPresent() && cursor.skip("   ")) {
            inStack = true;
            value = amount.get().value();
            unit = unit.isEmpty() ? amount.get().unit() : unit;
            frame(cursor.rest());
        } else if (colon >= 0) {
            label(line.substring(start, colon), line.substring(colon + 3));
        } else {
            throw lines.malformed("neither a label nor the first frame of a stack");
        }
    }

    private void label(String key, String text) throws IOException {
        if (++labelCount > limits.maxLabels()) {
            throw lines.malformed("more than " + limits.maxLabels() + " labels (the limit; raise it with -max_labels)");
        }
        List<Amount> amounts = new ArrayList<>();
        for (String word : text.split(" ", limits.maxLabels())) { // the last with blanks in it, if there are more
            Optional<Amount> amount = Amount.parse(word);
            boolean hasUnit = amount.isPresent()
                    && (amount.get().unit().equals("bytes")
                            || amount.get().unit().equals("nanoseconds")
                            || (key.equals("bytes") && word.equals("0")));
            if (!hasUnit) {
                labels.text(key, text);
                return;
            }
            amounts.add(amount.get());
        }
        amounts.forEach(
                amount -> labels.number(key, amount.value(), amount.unit().isEmpty() ? key : amount.unit()));
    }

    private void frame(String line) throws IOException {
        if (builder.depth() + inlined.size() == limits.maxFrames()) {
            throw lines.malformed(
                    "stack of more than " + limits.maxFrames() + " frames (the limit; raise it with -max_frames)");
        }
        inlined.add(Frame.parse(line));
        if (!Frame.isInline(line.stripTrailing())) {
            endLocation();
        }
    }

    private void endLocation() {
        builder.frame(frames.location(inlined));
        inlined.clear();
    }
}
