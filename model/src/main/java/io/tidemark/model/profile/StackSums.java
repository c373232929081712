package io.tidemark.model.profile;

import java.util.Arrays;

/**
 * Sums over equal stacks: adds up the values of samples that have the same stack and the same labels, and keeps the order
 * in which stacks came first.
 *
 * <p>The ints of a stack are whatever the caller compares stacks by, indices of locations or of names.
 */
public final class StackSums {
    private final int types;
    private int size;
    private int[] frames = new int[1 << 10];
    private int[] ends = new int[64];
    private int[] labels = new int[64];
    private long[] values;
    private int[] slots = new int[256]; // hash table of indices plus 1, 0 is free

    /** For samples with so many values each. */
    public StackSums(int types) {
        this.types = types;
        this.values = new long[64 * types];
    }

    /** The number of distinct pairs of a stack and labels. */
    public int size() {
        return size;
    }

    /** Where a stack starts. */
    public int stackStart(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** One beyond the end of a stack. */
    public int stackEnd(int index) {
        return ends[index];
    }

    /** What stands at a place of a stack. */
    public int frame(int place) {
        return frames[place];
    }

    /** The labels of a stack, as they were given. */
    public int labels(int index) {
        return labels[index];
    }

    /** The sum of the values of one type. */
    public long value(int index, int type) {
        return values[index * types + type];
    }

    /**
     * Adds a sample.
     *
     * @param stack its frames are the first {@code depth}
     * @param labelSet an index of its labels
     * @param sampleValues one of each type
     * @throws MalformedProfileException when there are too many different stacks for one array
     */
    public void add(int[] stack, int depth, int labelSet, long... sampleValues) throws MalformedProfileException {
        int mask = slots.length - 1;
        int slot = hash(stack, 0, depth, labelSet) & mask;
        while (slots[slot] != 0 && !isSame(slots[slot] - 1, stack, depth, labelSet)) {
            slot = slot + 1 & mask;
        }
        if (slots[slot] == 0) {
            append(stack, depth, labelSet);
            slots[slot] = size;
        }
        int at = (slots[slot] - 1) * types;
        for (int type = 0; type < types; type++) {
            values[at + type] += sampleValues[type];
        }
        if (size > slots.length / 2) {
            rehash();
        }
    }

    /** Adds all sums as samples to a builder, whose locations and label sets the ints are. */
    public void addTo(ProfileBuilder builder) {
        for (int i = 0; i < size; i++) {
            for (int k = stackStart(i); k < ends[i]; k++) {
                builder.frame(frames[k]);
            }
            for (int type = 0; type < types; type++) {
                builder.value(value(i, type));
            }
            builder.endSample(labels[i]);
        }
    }

    private boolean isSame(int index, int[] stack, int depth, int labelSet) {
        return labels[index] == labelSet && Arrays.equals(frames, stackStart(index), ends[index], stack, 0, depth);
    }

    private void append(int[] stack, int depth, int labelSet) throws MalformedProfileException {
        int start = size == 0 ? 0 : ends[size - 1];
        if (depth > frames.length - start) {
            frames = Arrays.copyOf(frames, grown(frames.length, (long) start + depth));
        }
        System.arraycopy(stack, 0, frames, start, depth);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(size, size + 1L));
            labels = Arrays.copyOf(labels, ends.length);
            values = Arrays.copyOf(values, grown(values.length, (long) ends.length * types));
        }
        ends[size] = start + depth;
        labels[size] = labelSet;
        size++;
    }

    private static int grown(int length, long needed) throws MalformedProfileException {
        int largest = Integer.MAX_VALUE - 16;
        if (needed > largest) {
            throw new MalformedProfileException("more than " + largest + " frames or values in different stacks");
        }
        return (int) Math.min(largest, Math.max(needed, 2L * length));
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hash(frames, stackStart(i), ends[i], labels[i]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int hash(int[] stack, int from, int to, int labelSet) {
        return Hash.end(Hash.add(Hash.of(stack, from, to), labelSet));
    }
}
