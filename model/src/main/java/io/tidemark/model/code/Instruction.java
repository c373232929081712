package io.tidemark.model.code;

import java.util.Objects;

/**
 * A disassembled instruction.
 *
 * @param address where it is in the binary, unsigned
 * @param text the instruction in assembly
 * @param function the function that it is part of, or empty
 * @param file the source file that it comes from, or empty
 * @param line the line in it, or 0
 */
public record Instruction(long address, String text, String function, String file, long line) {
    public Instruction {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(file, "file");
    }
}
