package io.tidemark.model.profile;

/**
 * Hashes for tables with open addressing, which differ from run to run.
 *
 * <p>With a hash that everybody knows, a file of three megabytes can hold a hundred thousand names of the same hash, and
 * then takes a minute to read: each is compared with all that came before. So the factor is chosen at the start of the
 * program. No result may depend on a hash; tables keep the order of arrival. Keys of a {@link java.util.HashMap} need this
 * too, unless they are {@link Comparable}, of which it makes trees where many collide.
 *
 * <pre>{@code
 * long hash = Hash.add(Hash.of(stack, 0, depth), labels);
 * int slot = Hash.end(hash) & mask;
 * }</pre>
 */
public final class Hash {
    private static final long FACTOR = scatter(System.identityHashCode(new Object())) | 1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio

    private Hash() {}

    /** The hash of nothing yet; what follows will have this length. */
    public static long start(int length) {
        return 2L * length + 1;
    }

    /** The hash with one number more. */
    public static long add(long hash, long value) {
        return (hash ^ value) * FACTOR;
    }

    /** The hash of numbers of an array, two at a time, since each step waits for a multiplication. */
    public static long of(int[] numbers, int from, int to) {
        long hash = start(to - from);
        int i = from;
        for (; i < to - 1; i += 2) {
            hash = add(hash, numbers[i] ^ (long) numbers[i + 1] << 32);
        }
        return i < to ? add(hash, numbers[i]) : hash;
    }

    /** The hash with a text more; {@link String#hashCode} is one that everybody knows. */
    public static long add(long hash, String text) {
        long h = add(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            h = add(h, text.charAt(i));
        }
        return h;
    }

    /** What to take the place in a table from: any of its bits are as good as others. */
    public static int end(long hash) {
        return (int) (((hash ^ hash >>> 32) * GOLDEN) >>> 32);
    }

    /** The place of one number. */
    public static int of(long value) {
        return end(add(1, value));
    }

    /** Spreads few random bits over 64, as SplitMix does. */
    private static long scatter(long bits) {
        long z = (bits + GOLDEN) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
