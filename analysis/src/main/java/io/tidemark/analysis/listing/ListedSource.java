package io.tidemark.analysis.listing;

import java.util.List;

/**
 * The source of a function in one file, as a listing shows it.
 *
 * @param function its name
 * @param file where it is, or empty where nobody knows
 * @param flat the sum of its samples
 * @param cum the same with all that they call
 * @param lines from a little before the first line with samples to a little after the last
 * @param problem why there are no lines, or empty
 */
public record ListedSource(String function, String file, long flat, long cum, List<Line> lines, String problem) {
    public ListedSource {
        lines = List.copyOf(lines);
    }

    /** A line, counted from 1, with the values of its samples. */
    public record Line(long number, String text, long flat, long cum) {}
}
