package io.tidemark.model.proto;

import io.tidemark.model.profile.ByteTable;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.ProfileBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads samples: nine tenths of the bytes of a profile, and of the time to read one.
 *
 * <p>The loops work on arrays and check bounds once a field; the benchmark is {@code DecodeBenchmark}.
 */
final class SampleReader {
    /** Ids up to here are used as they are; larger ones, which some writers make of hashes, are numbered on arrival. */
    private static final int DIRECT = (1 << 21) - 1; // three bytes

    /** Profiles have a handful of sample types; a value takes eight times what it takes in the file. */
    static final int MAX_VALUES = 1 << 14;

    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final ProfileBuilder builder;
    private final Limits limits;
    private final ProtoInput in;
    private final Map<Long, Integer> numbered = new HashMap<>();
    private final ByteTable labels = new ByteTable(); // of the label fields of a sample, as they are in the file
    private int labelSetCount = 1;
    private byte[] labelBytes = new byte[256];
    private int[] stack = new int[256];
    private long[] values = new long[8];
    private int depth;
    private int valueCount;
    private int labelLength;
    private int types = -1;
    private int largest; // provisional number of a location, plus 1
    private int[] indices = new int[64]; // of locations, by provisional number
    private int locationCount;
    private boolean inOrder = true;

    SampleReader(ProfileBuilder builder, Limits limits, ProtoInput in) {
        this.builder = builder;
        this.limits = limits;
        this.in = in;
        Arrays.fill(indices, -1);
    }

    /** Reads the sample that the input stands at. */
    void read() throws MalformedProfileException {
        in.requireBytes();
        byte[] bytes = in.bytes();
        int position = in.start();
        int end = in.end();
        depth = 0;
        valueCount = 0;
        labelLength = 0;
        while (position < end) {
            int start = position;
            int tag = bytes[position++];
            if (tag < 0 || (tag & 7) != 2) {
                position = unpacked(bytes, start, end);
                continue;
            }
            int length = bytes[position++];
            if (length < 0) {
                length &= 0x7F;
                int shift = 7;
                byte b;
                do {
                    b = bytes[position++];
                    length |= (b & 0x7F) << shift;
                    shift += 7;
                } while (b < 0 && shift < 35);
                if (shift == 35 && (b < 0 || b > 7)) {
                    length = -1; // more than 32 bits
                }
            }
            if (length < 0 || length > end - position) {
                throw in.malformed("sample with a field that is longer than the sample");
            }
            int next = position + length;
            switch (tag >> 3) {
                case 1 -> locations(bytes, position, next);
                case 2 -> values(bytes, position, next);
                case 3 -> label(bytes, start, next);
                default -> {}
            }
            position = next;
        }
        if (position > end) {
            throw in.malformed("sample that ends in the middle of a field");
        }
        end();
    }

    /**
     * Reads ids without a branch on their length, which is random: three bytes are read at once, and what does not belong
     * to the id is masked out. Ids of more bytes are rare.
     */
    private void locations(byte[] bytes, int from, int to) throws MalformedProfileException {
        makeRoom(to - from);
        int[] frames = stack;
        int count = depth;
        int position = from;
        int max = largest;
        int zeros = 0;
        while (position < to && count < frames.length) {
            int b0 = bytes[position];
            int b1 = bytes[position + 1];
            int b2 = bytes[position + 2];
            int more0 = b0 >> 31; // all ones when a byte follows
            int more1 = more0 & (b1 >> 31);
            int number;
            if ((more1 & b2) < 0) {
                FieldCursor id = new FieldCursor(bytes, position, to);
                id.nextPacked();
                if (id.isTruncated()) {
                    throw in.malformed("sample with a location id that is cut off");
                }
                number = number(id.number()) + 1;
                position = id.end();
            } else {
                number = (b0 & 0x7F) | ((b1 & 0x7F) << 7 & more0) | ((b2 & 0x7F) << 14 & more1);
                position += 1 - more0 - more1;
            }
            zeros |= number - 1;
            max = Math.max(max, number);
            frames[count++] = number - 1;
        }
        if (position < to) {
            throw tooDeep();
        }
        if (position > to) {
            throw in.malformed("sample with a location id that is cut off");
        }
        if (zeros < 0) {
            throw in.malformed("sample with the location id 0");
        }
        depth = count;
        largest = max;
    }

    /** Makes room for so many frames more, but for no more than are allowed. */
    private void makeRoom(int frames) {
        int wanted = (int) Math.min((long) depth + frames, limits.maxFrames() + 1L);
        if (wanted > stack.length) {
            stack = Arrays.copyOf(stack, Math.max(wanted, stack.length * 2));
        }
    }

    private MalformedProfileException tooDeep() {
        return in.malformed(
                "stack of more than " + limits.maxFrames() + " frames (the limit; raise it with -max_frames)");
    }

    private void values(byte[] bytes, int from, int to) throws MalformedProfileException {
        int position = from;
        while (position < to) {
            long value = bytes[position++];
            if (value < 0) {
                value &= 0x7F;
                int shift = 7;
                byte b;
                do {
                    b = bytes[position++];
                    value |= (long) (b & 0x7F) << shift;
                    shift += 7;
                } while (b < 0 && shift < 70);
                if (b < 0) {
                    throw in.malformed("sample with a value of more than 10 bytes");
                }
            }
            if (valueCount == values.length) {
                makeRoomForValues();
            }
            values[valueCount++] = value;
        }
        if (position > to) {
            throw in.malformed("sample with a value that is cut off");
        }
    }

    private void makeRoomForValues() throws MalformedProfileException {
        if (valueCount >= MAX_VALUES) {
            throw in.malformed("sample with more than " + MAX_VALUES + " values");
        }
        values = Arrays.copyOf(values, valueCount * 2);
    }

    private void label(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > labelBytes.length - labelLength) {
            labelBytes = Arrays.copyOf(labelBytes, Math.max(labelLength + length, labelBytes.length * 2));
        }
        System.arraycopy(bytes, from, labelBytes, labelLength, length);
        labelLength += length;
    }

    /** Reads a field that is not length-delimited, which for repeated numbers is allowed. */
    private int unpacked(byte[] bytes, int from, int end) throws MalformedProfileException {
        FieldCursor fields = new FieldCursor(bytes, from, end);
        fields.next();
        if (fields.isTruncated()) {
            throw in.malformed("sample that is cut off or no message");
        }
        int field = fields.field();
        if (field >= 1 && field <= 3) {
            if (fields.wireType() != 0 || field == 3) {
                throw in.malformed("field 2." + field + " with wire type " + fields.wireType());
            }
            if (field == 2) {
                if (valueCount == values.length) {
                    makeRoomForValues();
                }
                values[valueCount++] = fields.number();
            } else {
                int number = number(fields.number());
                if (number < 0) {
                    throw in.malformed("sample with the location id 0");
                }
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                if (depth >= limits.maxFrames()) {
                    throw tooDeep();
                }
                stack[depth++] = number;
                largest = Math.max(largest, number + 1);
            }
        }
        return fields.end();
    }

    /** The provisional number of a location id, from 0; -1 of the id 0. */
    private int number(long id) {
        if (id >= 0 && id <= DIRECT) {
            return (int) id - 1;
        }
        return numbered.computeIfAbsent(id, unused -> DIRECT + numbered.size());
    }

    private void end() throws MalformedProfileException {
        if (depth > limits.maxFrames()) {
            throw tooDeep();
        }
        if (types < 0) {
            types = valueCount;
        }
        if (valueCount != types) {
            throw in.malformed("sample with " + valueCount + " values, after one with " + types);
        }
        builder.frames(stack, depth);
        builder.values(values, valueCount);
        if (labelLength > LARGEST - labels.end(labels.size() - 1)) {
            throw in.malformed("more than 2 GiB of different labels");
        }
        int index = labels.intern(labelBytes, 0, labelLength);
        while (labelSetCount <= index) {
            builder.reserveLabels();
            labelSetCount++;
        }
        builder.endSample(index);
    }

    /** Names the location with the next index, once all samples are read. */
    void location(long id) {
        int number = number(id);
        if (number >= indices.length) {
            int known = indices.length;
            indices = Arrays.copyOf(indices, Math.max(number + 1, known * 2));
            Arrays.fill(indices, known, indices.length, -1);
        }
        if (number >= 0) {
            indices[number] = locationCount;
        }
        inOrder &= number == locationCount;
        locationCount++;
    }

    /** Makes label sets of their bytes, and indices of the ids of locations, once all are named. */
    void resolve(LabelDecoder decoder) throws MalformedProfileException {
        for (int i = 1; i < labels.size(); i++) {
            FieldCursor fields = new FieldCursor(labels.bytes(), labels.start(i), labels.end(i));
            builder.setLabels(i, decoder.decode(fields));
        }
        if (!inOrder || largest > locationCount) {
            builder.renumberFrames(indices);
        }
    }

    /** Makes a label set of the label fields of a sample. */
    interface LabelDecoder {
        LabelSet decode(FieldCursor fields) throws MalformedProfileException;
    }
}
