package io.tidemark.collect.elf;

/**
 * A program header: a part of the file that the loader treats as one. All numbers are unsigned.
 *
 * @param type what it is for
 * @param flags whether it may be read, written and executed
 * @param offset where it starts in the file
 * @param address where it is meant to be in memory
 * @param fileSize its size in the file
 * @param memorySize its size in memory, where the rest is zeros
 * @param align a power of two that offset and address are equal modulo
 */
public record Segment(int type, int flags, long offset, long address, long fileSize, long memorySize, long align) {
    static final int LOAD = 1;
    static final int NOTE = 4;
    private static final int EXECUTABLE = 1;

    /** Whether it is mapped into memory. */
    public boolean isLoaded() {
        return type == LOAD;
    }

    public boolean isExecutable() {
        return (flags & EXECUTABLE) != 0;
    }

    /** Whether an address lies in it. */
    boolean hasAddress(long candidate) {
        return Long.compareUnsigned(candidate, address) >= 0
                && Long.compareUnsigned(candidate, address + memorySize) < 0;
    }

    /** Whether a place in the file lies in it, zeros included. */
    boolean hasOffset(long candidate) {
        return Long.compareUnsigned(candidate, offset) >= 0 && Long.compareUnsigned(candidate, offset + memorySize) < 0;
    }
}
