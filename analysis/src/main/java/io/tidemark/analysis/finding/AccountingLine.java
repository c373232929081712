package io.tidemark.analysis.finding;

/**
 * A part of the memory.
 *
 * @param line what it is, in words
 * @param bytes how much of it there was at the end; less than 0 for what the lines above it count too much
 * @param bytesPerMinute how it changed
 * @param source where the number is from, such as {@code memory.stat}
 * @param depth 0 for what the monitor shows, 1 for its parts, and so on; the lines of one depth below a line add up to it
 */
public record AccountingLine(String line, double bytes, double bytesPerMinute, String source, int depth) {
    /** How the line of the live heap begins. */
    public static final String LIVE_HEAP = "heap alive";

    /** How the line of the stacks begins. */
    public static final String STACKS = "goroutine stacks";

    /** How the line of the process's memory beyond its runtime begins. */
    public static final String OUTSIDE = "outside of Go's runtime";
}
