package io.tidemark.analysis.diff;

/**
 * What of a place came between A and B and is still there in C, as far as three snapshots can tell.
 *
 * <p>With what is in use at the three times, {@code a}, {@code b} and {@code c}, and what was allocated in between, {@code
 * ab} and {@code bc}:
 *
 * <pre>{@code
 * grown     max(0, b - a)             what there is more in B than in A
 * kept      max(0, min(b, c) - a)     as much of it as did not go until C
 * atLeast   max(0, c - a - bc)        all of c that is neither from before A nor from after B
 * atMost    min(ab, b, c)             no more than came from A to B, and is in B and in C
 * }</pre>
 *
 * <p>Snapshots have sums, not objects: what is there in C may have come after B and replaced what went. The truth is
 * between {@code atLeast} and {@code atMost}, and so is {@code kept}. All add up over places: sums of what holds for each
 * hold for all.
 *
 * @param grown see above
 * @param kept see above
 * @param atLeast see above; 0 where allocations aren't known
 * @param atMost see above; what is in B and C where allocations aren't known
 * @param allocated {@code ab}
 */
public record Survival(long grown, long kept, long atLeast, long atMost, long allocated) {
    static final Survival NONE = new Survival(0, 0, 0, 0, 0);

    /** What three values in use tell alone. */
    static Survival of(long a, long b, long c) {
        long grown = Math.max(0, b - a);
        return new Survival(grown, kept(a, b, c), 0, Math.max(0, Math.min(b, c)), 0);
    }

    /** What three values in use tell with what was allocated from A to B and from B to C. */
    static Survival of(long a, long b, long c, long ab, long bc) {
        long allocated = Math.max(0, ab);
        long atMost = Math.max(0, Math.min(allocated, Math.min(b, c)));
        long atLeast = Math.min(atMost, Math.max(0, c - a - Math.max(0, bc)));
        return new Survival(Math.max(0, b - a), kept(a, b, c), atLeast, atMost, allocated);
    }

    private static long kept(long a, long b, long c) {
        return Math.max(0, Math.min(b, c) - a);
    }

    Survival plus(Survival other) {
        return new Survival(
                grown + other.grown,
                kept + other.kept,
                atLeast + other.atLeast,
                atMost + other.atMost,
                allocated + other.allocated);
    }
}
