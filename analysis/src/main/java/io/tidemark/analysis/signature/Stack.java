package io.tidemark.analysis.signature;

import java.util.ArrayList;
import java.util.List;

/**
 * A stack of Go, with names that do not depend on versions: see {@link GoName}.
 *
 * <p>The runtime's own frames, on which waiting goroutines rest, are apart from the others. They are what tells the state
 * where a profile does not.
 */
public final class Stack {
    /** No stack. */
    public static final Stack NONE = new Stack(List.of(), "", "");

    private final List<String> names;
    private final int leaf;
    private final String state;
    private final String creator;

    private Stack(List<String> names, String state, String creator) {
        this.names = names;
        this.state = WaitState.of(state, names);
        this.creator = creator;
        int first = 0;
        while (first < names.size() && GoName.isWaiting(names.get(first))) {
            first++;
        }
        this.leaf = first;
    }

    /** The frames of heap, allocations, or of goroutines of which neither state nor creator is known. */
    public static Stack of(List<String> frames) {
        return of(frames, "", "");
    }

    /**
     * A stack as profiles and dumps have it.
     *
     * @param frames functions, innermost first, as the profile names them
     * @param state what a dump says about it, such as {@code chan receive}; empty when it is not known
     * @param creator the function that started the goroutine; empty when it is not known
     */
    public static Stack of(List<String> frames, String state, String creator) {
        List<String> names = new ArrayList<>(frames.size());
        for (String frame : frames) {
            names.add(GoName.normalize(frame));
        }
        return new Stack(names, state, creator.isEmpty() ? "" : GoName.normalize(creator));
    }

    /** The functions, innermost first. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The functions without those of the runtime that only wait. */
    public List<String> program() {
        return names.subList(leaf, names.size());
    }

    /** What it waits for, such as {@code chan receive}; empty when it is not known. */
    public String state() {
        return state;
    }

    /** The function that started it; empty when it is not known. */
    public String creator() {
        return creator;
    }

    int size() {
        return names.size();
    }

    String name(int index) {
        return names.get(index);
    }

    /** The index of the first frame that is not the runtime's waiting. */
    int leaf() {
        return leaf;
    }

    @Override
    public String toString() {
        return names + (state.isEmpty() ? "" : " [" + state + "]") + (creator.isEmpty() ? "" : " by " + creator);
    }
}
