package io.tidemark.analysis.listing;

import java.util.List;

/**
 * The source of functions with the instructions that each line became, and what both cost. It is what the web page shows;
 * amounts are as they are to be printed.
 *
 * @param total the total that shares refer to
 * @param functions ranges of lines, in the order of their files
 */
public record CodeListing(String total, List<Function> functions) {
    public CodeListing {
        functions = List.copyOf(functions);
    }

    /** An amount of samples, flat and cumulative; a dot for none. */
    public record Cost(String flat, String cum) {}

    /**
     * A range of lines that belong to one function.
     *
     * @param share of the cumulative cost in the total
     */
    public record Function(String name, String file, Cost cost, String share, List<Line> lines) {
        public Function {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of the source.
     *
     * @param number counted from 1; 0 for instructions that no line is known for
     * @param isLive whether samples or instructions were found for it
     * @param instructions what it became; none when that is not known
     */
    public record Line(long number, String text, Cost cost, boolean isLive, List<Instruction> instructions) {
        public Line {
            instructions = List.copyOf(instructions);
        }
    }

    /**
     * An instruction, or the place of one when only inlined calls are known.
     *
     * @param startsBlock whether it does not follow the one before
     * @param calls the inlined calls that lead to it, outermost first, as far as they differ from the instruction before
     * @param depth how many inlined calls lead to it
     * @param text the assembly, or empty
     * @param place file and line of the innermost call, such as {@code a.c:12}; or empty
     */
    public record Instruction(
            boolean startsBlock, List<Call> calls, int depth, long address, String text, Cost cost, String place) {
        public Instruction {
            calls = List.copyOf(calls);
        }

        /** Whether there is an instruction to show. */
        public boolean isKnown() {
            return !text.isEmpty();
        }
    }

    /**
     * An inlined call.
     *
     * @param depth how many inlined calls are around it
     * @param text the line of the call
     * @param place file and line, such as {@code a.c:12}
     */
    public record Call(int depth, String text, String place) {}
}
