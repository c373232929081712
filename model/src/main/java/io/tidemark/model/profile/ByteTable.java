package io.tidemark.model.profile;

import java.util.Arrays;

/**
 * Distinct sequences of bytes, each with an index in the order of arrival; index 0 is the empty one.
 *
 * <p>All bytes lie in one array, so a million short sequences cost little more than their length.
 */
public final class ByteTable {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size = 1;
    private int[] slots = new int[1 << 10]; // hash table of indices, 0 is free

    /** The number of distinct sequences, with the empty one. */
    public int size() {
        return size;
    }

    /** Where a sequence starts in {@link #bytes}. */
    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Where a sequence ends in {@link #bytes}. */
    public int end(int index) {
        return ends[index];
    }

    /** The array that all sequences lie in; not to be changed, and replaced when the table grows. */
    public byte[] bytes() {
        return bytes;
    }

    /** The index of the {@code length} bytes from {@code offset}. */
    public int intern(byte[] source, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int mask = slots.length - 1;
        int slot = hash(source, offset, length) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot];
            if (Arrays.equals(bytes, ends[index - 1], ends[index], source, offset, offset + length)) {
                return index;
            }
            slot = slot + 1 & mask;
        }
        int index = append(source, offset, length);
        slots[slot] = index;
        if (size > slots.length / 2) {
            rehash();
        }
        return index;
    }

    private int append(byte[] source, int offset, int length) {
        int start = ends[size - 1];
        if (length > bytes.length - start) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length, (long) start + length));
        }
        System.arraycopy(source, offset, bytes, start, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = start + length;
        return size++;
    }

    private static int grown(int length, long needed) {
        int largest = Integer.MAX_VALUE - 16;
        if (needed > largest) {
            throw new IllegalStateException("more than 2 GiB of text in one profile");
        }
        return (int) Math.min(largest, Math.max(needed, 2L * length));
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 1; i < size; i++) {
            int slot = hash(bytes, ends[i - 1], ends[i] - ends[i - 1]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i;
        }
    }

    private static int hash(byte[] source, int offset, int length) {
        long h = Hash.start(length);
        int i = offset;
        int end = offset + length;
        for (; i <= end - 4; i += 4) { // four at once, since each step waits for a multiplication
            h = Hash.add(
                    h,
                    (source[i] & 0xFF)
                            | (source[i + 1] & 0xFF) << 8
                            | (source[i + 2] & 0xFF) << 16
                            | source[i + 3] << 24);
        }
        for (; i < end; i++) {
            h = Hash.add(h, source[i]);
        }
        return Hash.end(h);
    }
}
