package io.tidemark.analysis.growth;

import java.util.List;

/**
 * One kind of thing that is leaked, of which several numbers are parts: each leaked connection of gRPC is three goroutines,
 * a descriptor and 108 KB of heap.
 *
 * @param instances how many came while it was watched
 * @param perMinute how many come in a minute
 * @param parts what each of them is made of, what there is one of first
 */
public record Join(double instances, double perMinute, List<Part> parts) {
    /**
     * A part.
     *
     * @param each how many of them an instance has
     * @param lower it has at least so many, with 95 % confidence
     * @param upper and at most so many
     */
    public record Part(Count count, double each, double lower, double upper) {}

    public Join {
        parts = List.copyOf(parts);
    }

    /** How many parts are counted and not estimated: the more, the less chance it is. */
    public int exactParts() {
        return (int) parts.stream()
                .filter(part ->
                        part.count().bytesPerMinute() == 0 || part.count().sort() != Count.Sort.OBJECTS)
                .count();
    }

    /** How many of a sort an instance has. */
    public double each(Count.Sort sort) {
        return parts.stream()
                .filter(part -> part.count().sort() == sort)
                .mapToDouble(Part::each)
                .sum();
    }

    /** The heap that an instance holds, as far as its parts say. */
    public double bytesEach() {
        double bytes = 0;
        for (Part part : parts) {
            bytes += part.count().bytesPerMinute();
        }
        return perMinute <= 0 ? 0 : bytes / perMinute;
    }
}
