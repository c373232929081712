package io.tidemark.model.code;

import java.util.Objects;

/**
 * A place in the source that an address stands for. Inlined calls give an address several, the innermost first.
 *
 * @param function the name as the binary has it, or empty
 * @param file the source file, or empty
 * @param line the line in it, or 0
 * @param column the column of the line, or 0
 * @param startLine the line that the function starts at, or 0
 */
public record Frame(String function, String file, long line, long column, long startLine) {
    public Frame {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(file, "file");
    }

    /** A place of which no more is known. */
    public static Frame of(String function, String file, long line) {
        return new Frame(function, file, line, 0, 0);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return function.isEmpty() && file.isEmpty() && line == 0;
    }
}
