package io.tidemark.analysis.owner;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.model.code.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * The function to look at.
 *
 * @param frame the function with its place
 * @param basis how it was found
 * @param stack the stack that it was found for, the leaf first
 */
public record Owner(Frame frame, Basis basis, List<Frame> stack) {
    /** How an owner was found, the surest first. */
    public enum Basis {
        /** It is on the stack. */
        FRAME,
        /** It started the goroutine. */
        CREATOR,
        /** It calls the same library on other stacks. */
        SIBLING,
        /** The goroutine that started it, or one before that, is in it: what it did then is not known. */
        PARENT,
        /** Nothing of the program is known to be involved: it is the library itself. */
        LIBRARY
    }

    public Owner {
        stack = List.copyOf(stack);
    }

    /** As the answer of a diagnosis has it: a closure is the function that it is in. */
    public Culprit toCulprit() {
        List<String> lines = new ArrayList<>(stack.size());
        for (Frame entry : stack) {
            String place = entry.file().isEmpty() ? "" : " " + entry.file();
            lines.add(entry.function() + place + (entry.line() == 0 ? "" : ":" + entry.line()));
        }
        return new Culprit(GoFunction.parse(frame.function()).identity(), frame.file(), frame.line(), lines);
    }
}
