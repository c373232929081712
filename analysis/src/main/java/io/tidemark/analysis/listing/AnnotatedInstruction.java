package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.Tally;
import io.tidemark.model.code.Instruction;
import java.util.ArrayList;
import java.util.List;

/**
 * An instruction with what it costs, and the place in the source that it comes from.
 *
 * @param place function, file and line, as far as they are known
 */
record AnnotatedInstruction(Instruction instruction, ListedCode.Place place, Tally tally) {

    /**
     * Gives instructions the nodes at their addresses. Profilers may see an address within an instruction, or the one after
     * it, so each gets all up to the next.
     *
     * @param nodes in the order of their addresses, which are those of the file
     */
    static List<AnnotatedInstruction> annotate(List<Instruction> instructions, List<SampledAddress> nodes) {
        List<AnnotatedInstruction> annotated = new ArrayList<>(instructions.size());
        int node = 0;
        for (int i = 0; i < instructions.size(); i++) {
            long next = i + 1 < instructions.size() ? instructions.get(i + 1).address() : -1;
            ListedCode.Place place = ListedCode.Place.of(instructions.get(i));
            Tally tally = new Tally();
            while (node < nodes.size() && Long.compareUnsigned(nodes.get(node).address(), next) < 0) {
                place = place.or(nodes.get(node).node().info());
                tally.add(nodes.get(node).node().tally());
                node++;
            }
            annotated.add(new AnnotatedInstruction(instructions.get(i), place, tally));
        }
        return annotated;
    }

    /** A node at an address of the file. */
    record SampledAddress(long address, Node node) {}
}
