package io.tidemark.analysis.signature;

import java.util.List;

/**
 * Something that grows, or that is too large: what signatures are asked about.
 *
 * @param stack where it is, or was made; empty for descriptors, threads and memory
 * @param targets of descriptors: what they are open on, such as {@code /var/log/app.log}, {@code socket:10.0.3.7:9090},
 *     {@code anon_inode:inotify}
 * @param count how many there are at the end
 * @param growth how many more than at the start; 0 when only one time was seen
 * @param objectBytes of heap and allocations: the size of one object; 0 when it is not known
 * @param kinds of heap and allocations: how many different sizes the objects have; 0 when it is not known
 */
public record Suspect(
        What what, Stack stack, List<String> targets, double count, double growth, long objectBytes, int kinds) {
    /** What sort of thing it is. The labels are those of signature files. */
    public enum What {
        /** Goroutines with one stack. */
        GOROUTINES("goroutines"),
        /** Live heap that was allocated by one stack. */
        HEAP("heap"),
        /** Allocations of one stack, most of which do not stay. */
        ALLOCATIONS("allocations"),
        /** Descriptors of one class. */
        DESCRIPTORS("descriptors"),
        /** Threads of the system. */
        THREADS("threads"),
        /** The memory of the process or the container as a whole; signals say what is wrong with it. */
        MEMORY("memory");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Suspect {
        targets = List.copyOf(targets);
    }

    /** Goroutines with one stack. */
    public static Suspect goroutines(Stack stack, double count, double growth) {
        return new Suspect(What.GOROUTINES, stack, List.of(), count, growth, 0, 0);
    }

    /** Objects of the live heap that one stack allocated. */
    public static Suspect heap(Stack stack, double count, double growth, long objectBytes) {
        return new Suspect(What.HEAP, stack, List.of(), count, growth, objectBytes, 0);
    }

    /** Objects that one stack allocated, whether or not they are still there. */
    public static Suspect allocations(Stack stack, double count, long objectBytes) {
        return new Suspect(What.ALLOCATIONS, stack, List.of(), count, 0, objectBytes, 0);
    }

    /** Descriptors that are open on these. */
    public static Suspect descriptors(List<String> targets, double count, double growth) {
        return new Suspect(What.DESCRIPTORS, Stack.NONE, targets, count, growth, 0, 0);
    }

    public static Suspect threads(double count, double growth) {
        return new Suspect(What.THREADS, Stack.NONE, List.of(), count, growth, 0, 0);
    }

    /** The memory as a whole. */
    public static Suspect memory() {
        return new Suspect(What.MEMORY, Stack.NONE, List.of(), 1, 0, 0, 0);
    }

    /** The same, of objects with so many different sizes. */
    public Suspect ofKinds(int sizes) {
        return new Suspect(what, stack, targets, count, growth, objectBytes, sizes);
    }
}
