package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads heap profiles of gperftools and of Go, and its relatives for the growth and the fragmentation of the heap.
 *
 * <pre>
 * heap profile: 90: 774152 [12179: 2723074504] @ heap/131072
 * 1: 368640 [4: 1474560] @ 0x40fa6e 0x411339 0x4144c7
 * # a comment
 *
 * MAPPED_LIBRARIES:
 * 400000-40b000: /bin/server
 * </pre>
 *
 * <p>A line counts the objects and bytes in use and, in brackets, those ever allocated. After the at sign of the header
 * comes how the allocations were sampled, and the mean number of bytes between two samples, which Go doubles. Numbers of
 * sampled profiles are estimates of what happened: {@link #unsampled}.
 */
final class HeapReader {
    private static final List<ValueType> IN_USE =
            List.of(new ValueType("objects", "count"), new ValueType("space", "bytes"));

    private static final List<ValueType> ALLOCATED_AND_IN_USE = List.of(
            new ValueType("alloc_objects", "count"),
            new ValueType("alloc_space", "bytes"),
            new ValueType("inuse_objects", "count"),
            new ValueType("inuse_space", "bytes"));

    private final LineReader lines;
    private final HeapHeader header;
    private final AddressSamples samples;

    private HeapReader(LineReader lines, HeapHeader header, Limits limits) {
        this.lines = lines;
        this.header = header;
        this.samples = new AddressSamples(types(header).size(), limits);
    }

    static boolean isHeader(String line) {
        return HeapHeader.parse(line).isPresent();
    }

    static Profile read(LineReader lines, Limits limits, LegacyFormat.Comments comments) throws IOException {
        lines.next();
        HeapHeader header =
                HeapHeader.parse(lines.line()).orElseThrow(() -> lines.malformed("no header of a heap profile"));
        return new HeapReader(lines, header, limits).read(new GoComments(comments, limits));
    }

    private static List<ValueType> types(HeapHeader header) {
        return header.hasAllocations() ? ALLOCATED_AND_IN_USE : IN_USE;
    }

    private Profile read(GoComments comments) throws IOException {
        while (lines.next()) {
            String line = lines.line();
            if (LegacyFormat.isBlankOrComment(line)) {
                comments.read(line, samples);
            } else if (MemoryMap.isStart(line)) {
                break;
            } else {
                sample(Characters.trim(line));
            }
        }
        Header.Period period = new Header.Period(new ValueType("space", "bytes"), header.period());
        Header plain = new Header(types(header), "", period, 0, 0, List.of(), "", Header.FrameRules.NONE);
        return samples.build(plain, MemoryMap.readAfterStart(lines), comments.symbols(samples));
    }

    private void sample(String line) throws IOException {
        HeapLine parsed = HeapLine.parse(line).orElseThrow(() -> lines.malformed("no sample of a heap profile"));
        long[] values = new long[types(header).size()];
        long blockSize = 0;
        if (header.hasAllocations()) {
            blockSize = put(values, 0, parsed.allocatedObjects(), parsed.allocatedBytes(), blockSize);
        }
        blockSize = put(values, values.length - 2, parsed.objects(), parsed.bytes(), blockSize);
        Stacks.addReturns(parsed.stack(), lines, samples);
        samples.end(new LabelSet.Builder().number("bytes", blockSize, "").build(), values);
    }

    /** Puts a pair of numbers into the values, unsampled; the size of one object, or what was known if there are none. */
    private long put(long[] values, int at, OptionalLong count, OptionalLong size, long knownSize) throws IOException {
        if (count.isEmpty() || size.isEmpty()) {
            throw lines.malformed("number of more than 64 bits");
        }
        long objects = count.getAsLong();
        long bytes = size.getAsLong();
        if (objects == 0) {
            if (bytes != 0) {
                throw lines.malformed("0 objects of " + bytes + " bytes");
            }
            return knownSize;
        }
        values[at] = objects;
        values[at + 1] = bytes;
        if (header.isSampled()) {
            unsampled(values, at, header.period());
        }
        return bytes / objects;
    }

    /**
     * Estimates what a sampled pair of a count and a size stands for.
     *
     * <p>Allocations are sampled as a Poisson process with a mean of {@code rate} bytes, so that one of size {@code s} is
     * found with a probability of {@code 1 - exp(-s / rate)}; both numbers are divided by it. A rate of 1 or less leaves
     * them as they are.
     */
    static void unsampled(long[] values, int at, long rate) {
        long count = values[at];
        long size = values[at + 1];
        if (count == 0 || size == 0) {
            values[at] = 0;
            values[at + 1] = 0;
        } else if (rate > 1) {
            double mean = (double) size / (double) count;
            double scale = 1 / (1 - Exponential.of(-mean / (double) rate));
            values[at] = Rounding.toLong((double) count * scale);
            values[at + 1] = Rounding.toLong((double) size * scale);
        }
    }
}
