package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the binary CPU profile of gperftools, which old Java agents write too.
 *
 * <p>It is a sequence of words of 4 or 8 bytes in either order. Five of them are the header, then come samples, and after
 * the sample {@code 0 1 0} the memory map as text, or Java's locations.
 *
 * <pre>
 * 0 3 KIND PERIOD 0        KIND is 0 for C++ and 1 for Java, PERIOD is in microseconds
 * COUNT DEPTH ADDRESS...   as often as there are stacks, leaf first
 * 0 1 0
 * </pre>
 *
 * <p>The addresses of C++ are those of the instruction at the leaf, and return addresses above. Nearly all stacks may
 * have the signal handler in second place, up to two frames of it, which are left out. A profile may end without the
 * closing sample. Unlike pprof, which invents frames then, this refuses one that ends within a sample.
 */
final class CpuReader {
    private static final List<ValueType> TYPES =
            List.of(new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds"));

    private static final int HANDLER_FRAMES = 2;

    /** One stack in so many may differ from the others where a signal handler is looked for. */
    private static final int TOLERANCE = 32;

    private final WordInput words;
    private final InputStream in;
    private final Limits limits;

    private CpuReader(InputStream in, WordInput words, Limits limits) {
        this.in = in;
        this.words = words;
        this.limits = limits;
    }

    static boolean isHeader(byte[] head) {
        return shape(head).isPresent();
    }

    static Profile read(InputStream in, Limits limits) throws IOException {
        byte[] head = in.readNBytes(WordInput.Shape.LARGEST * 5);
        WordInput.Shape shape =
                shape(head).orElseThrow(() -> new MalformedProfileException("CPU profile: no header of one"));
        InputStream all = new java.io.SequenceInputStream(new ByteArrayInputStream(head), in);
        return new CpuReader(all, new WordInput(all, shape, limits), limits).read();
    }

    /** The size and the order of the words, if the first five are a header. */
    private static Optional<WordInput.Shape> shape(byte[] head) {
        for (WordInput.Shape shape : WordInput.Shape.values()) {
            if (head.length >= 5 * shape.size()
                    && shape.word(head, 0) == 0
                    && shape.word(head, 1) == 3
                    && (shape.word(head, 2) == 0 || shape.word(head, 2) == 1)
                    && shape.word(head, 3) != 0
                    && shape.word(head, 4) == 0) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private Profile read() throws IOException {
        words.next();
        words.next();
        boolean isJava = words.next() == 1;
        long period = words.next() * 1000;
        words.next();
        AddressSamples samples = samples(isJava ? 0 : 1, period);
        Header header = new Header(
                TYPES, "", new Header.Period(TYPES.get(1), period), 0, 0, List.of(), "", Header.FrameRules.NONE);
        LineReader lines = new LineReader(in, limits, isJava ? "locations" : "memory map");
        if (isJava) {
            return samples.build(header, List.of(), JavaLocations.read(lines, samples));
        }
        for (int i = 0; i < HANDLER_FRAMES; i++) {
            samples = withoutHandler(samples);
        }
        samples.dropDuplicateLeaves();
        return samples.build(header, MemoryMap.read(lines), Symbols.besideAddresses());
    }

    private AddressSamples samples(int back, long period) throws IOException {
        AddressSamples samples = new AddressSamples(2, limits);
        while (words.hasNext()) {
            long count = words.next();
            long depth = words.next();
            if (depth < 0 || depth > limits.maxFrames()) {
                throw words.malformed("stack of " + Long.toUnsignedString(depth) + " frames (the limit is "
                        + limits.maxFrames() + "; raise it with -max_frames)");
            }
            long leaf = depth > 0 ? words.next() : 0;
            if (count == 0 && depth == 1 && leaf == 0) {
                break;
            }
            if (depth > 0) {
                samples.frame(leaf);
            }
            for (long i = 1; i < depth; i++) {
                samples.frame(words.next() - back);
            }
            samples.end(LabelSet.EMPTY, count, count * period);
        }
        return samples;
    }

    /** Leaves out the frames in second place when nearly all stacks have the same one there. */
    private static AddressSamples withoutHandler(AddressSamples samples) throws MalformedProfileException {
        Map<Long, Integer> counts = new HashMap<>();
        for (int s = 0; s < samples.size(); s++) {
            if (samples.depth(s) > 1) {
                counts.merge(samples.address(s, 1), 1, Integer::sum);
            }
        }
        int needed = samples.size() - samples.size() / TOLERANCE;
        for (Map.Entry<Long, Integer> second : counts.entrySet()) {
            if (second.getValue() >= needed) {
                boolean[] drops = new boolean[samples.size()];
                for (int s = 0; s < drops.length; s++) {
                    drops[s] = samples.depth(s) > 1 && samples.address(s, 1) == second.getKey();
                }
                return samples.withoutSecondFrames(drops);
            }
        }
        return samples;
    }
}
