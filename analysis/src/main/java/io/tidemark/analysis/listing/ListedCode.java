package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.model.code.Instruction;
import java.util.List;

/**
 * The instructions of a function, as a listing shows them.
 *
 * @param names the names of the function, at least one
 * @param flat the sum of its samples
 * @param cum the same with all that they call
 */
public record ListedCode(List<String> names, long flat, long cum, List<Row> rows) {
    public ListedCode {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * An instruction with the values of its samples.
     *
     * @param address in the file
     * @param place the function, file and line that it comes from
     */
    public record Row(long address, String text, long flat, long cum, Place place) {}

    /** A place in the source; the file is without its directory. What is not known is empty or 0. */
    public record Place(String function, String file, long line) {
        static final Place NOWHERE = new Place("", "", 0);

        static Place of(Instruction instruction) {
            String file = instruction.file().isEmpty() ? "" : SlashPath.base(instruction.file());
            return new Place(instruction.function(), file, instruction.line());
        }

        /** With what a node knows in place of what is not known. */
        Place or(NodeInfo info) {
            return new Place(
                    function.isEmpty() ? info.name() : function,
                    file.isEmpty() && !info.file().isEmpty() ? SlashPath.base(info.file()) : file,
                    line == 0 ? info.line() : line);
        }

        /** {@code main.main main.go:12}. */
        @Override
        public String toString() {
            String name = function.isEmpty() ? "" : function + " ";
            return file.isEmpty() ? name : name + file + (line == 0 ? "" : ":" + line);
        }
    }
}
