package io.tidemark.analysis.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The lines of one moment, in their order. */
final class Parts {
    static final String UNEXPLAINED = "unexplained";

    /**
     * A line.
     *
     * @param name the same at every moment
     * @param detail what is added to the name for people; empty for nothing
     */
    record Part(String name, String detail, double bytes, String source, int depth) {
        String line() {
            return detail.isEmpty() ? name : name + " (" + detail + ")";
        }

        boolean isUnexplained() {
            return name.equals(UNEXPLAINED);
        }
    }

    private final List<Part> all = new ArrayList<>();

    void add(int depth, String name, double bytes, String source) {
        add(depth, name, "", bytes, source);
    }

    void add(int depth, String name, String detail, double bytes, String source) {
        all.add(new Part(name, detail, bytes, source, depth));
    }

    /** Adds a line when its value is known, and says how much it was. */
    double addIf(int depth, String name, OptionalLong bytes, String source) {
        if (bytes.isEmpty()) {
            return 0;
        }
        add(depth, name, (double) bytes.getAsLong(), source);
        return bytes.getAsLong();
    }

    /** Adds what the lines of a depth, since a number of lines, leave of a sum. */
    void addUnexplained(int depth, double sum, int since) {
        add(depth, UNEXPLAINED, rest(depth, sum, since), "by difference");
    }

    /** What the lines of a depth, since a number of lines, leave of a sum. */
    double rest(int depth, double sum, int since) {
        double explained = 0;
        for (Part part : all.subList(since, all.size())) {
            explained += part.depth() == depth ? part.bytes() : 0;
        }
        return sum - explained;
    }

    /** For chains of optional values. */
    static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    int size() {
        return all.size();
    }

    List<Part> all() {
        return all;
    }

    /** What is unexplained at all depths, without signs. */
    double unexplained() {
        return all.stream()
                .filter(Part::isUnexplained)
                .mapToDouble(part -> Math.abs(part.bytes()))
                .sum();
    }

    /** What the first line says. */
    OptionalDouble total() {
        return all.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(all.get(0).bytes());
    }
}
