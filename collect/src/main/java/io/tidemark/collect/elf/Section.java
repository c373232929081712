package io.tidemark.collect.elf;

/**
 * A section header: a part of the file that linkers and debuggers treat as one. All numbers are unsigned.
 *
 * @param name such as {@code .text}
 * @param type what it holds
 * @param address where it is meant to be in memory, or 0
 * @param offset where it starts in the file
 * @param size how many bytes it has
 * @param link another section that it needs
 * @param align what its start is aligned to
 */
record Section(String name, int type, long address, long offset, long size, int link, long align) {
    static final int SYMBOLS = 2;
    static final int NOTE = 7;
    static final int NO_BITS = 8;
}
