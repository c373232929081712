package io.tidemark.analysis.signature;

import java.util.List;
import java.util.Set;

/**
 * What a suspect looks like by itself. What is empty does not matter.
 *
 * @param what the sorts of suspects that it may be
 * @param stacks one of these must match
 * @param without functions that may not be anywhere in the stack
 * @param states what the goroutine waits for, one of these
 * @param creators the function that started the goroutine, one of these; where that is unknown, the innermost decides
 * @param targets what most of the descriptors are open on
 * @param size how large and how many
 */
public record Shape(
        Set<Suspect.What> what,
        List<StackPattern> stacks,
        List<String> without,
        List<String> states,
        List<String> creators,
        List<String> targets,
        Size size) {
    /** Anything. */
    static final Shape ANYTHING = new Shape(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Size.ANY);

    public Shape {
        what = Set.copyOf(what);
        stacks = List.copyOf(stacks);
        without = List.copyOf(without);
        states = List.copyOf(states);
        creators = List.copyOf(creators);
        targets = List.copyOf(targets);
    }
}
