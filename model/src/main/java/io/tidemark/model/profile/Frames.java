package io.tidemark.model.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The locations of stacks, one after the other: of two bytes each where all of them fit, as in most profiles, and else of
 * four. They are most of what a profile takes.
 */
final class Frames {
    private final char[] narrow;
    private final int @Nullable [] wide; // instead, where narrow is empty

    private Frames(char[] narrow, int @Nullable [] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    int get(int place) {
        return wide == null ? narrow[place] : wide[place];
    }

    /** Whether the locations from one place to another are the first {@code depth} of a stack. */
    boolean isSame(int from, int to, int[] stack, int depth) {
        if (to - from != depth) {
            return false;
        }
        for (int k = 0; k < depth; k++) {
            if (get(from + k) != stack[k]) {
                return false;
            }
        }
        return true;
    }

    /** Each location replaced by {@code indices[location]}, which must not be negative. */
    Frames renumber(int[] indices) throws MalformedProfileException {
        Builder renumbered = new Builder();
        int size = wide == null ? narrow.length : wide.length;
        for (int place = 0; place < size; place++) {
            int location = get(place);
            int index = location < indices.length ? indices[location] : -1;
            if (index < 0) {
                throw new MalformedProfileException("malformed profile: sample with a location that is not there");
            }
            renumbered.add(index);
        }
        return renumbered.build();
    }

    /** Collects locations. */
    static final class Builder {
        private char[] narrow = new char[1 << 10];
        private int @Nullable [] wide;
        private int size;

        int size() {
            return size;
        }

        void add(int location) {
            if (size == capacity()) {
                grow(1);
            }
            if (wide == null && location > Character.MAX_VALUE) {
                wide = widened();
            }
            if (wide == null) {
                narrow[size++] = (char) location;
            } else {
                wide[size++] = location;
            }
        }

        /** Adds the first {@code count} of an array. */
        void add(int[] stack, int count) {
            if (count > capacity() - size) {
                grow(count);
            }
            if (wide == null && !addNarrow(stack, count)) {
                wide = widened();
            }
            if (wide != null) {
                System.arraycopy(stack, 0, wide, size, count);
            }
            size += count;
        }

        /** Writes locations behind the others; false when one does not fit. */
        private boolean addNarrow(int[] stack, int count) {
            char[] target = narrow;
            int at = size;
            int all = 0;
            for (int k = 0; k < count; k++) {
                int location = stack[k];
                all |= location;
                target[at + k] = (char) location;
            }
            return all >>> 16 == 0;
        }

        private int capacity() {
            return wide == null ? narrow.length : wide.length;
        }

        private void grow(int count) {
            int capacity = Math.max(size + count, capacity() * 2);
            if (wide == null) {
                narrow = Arrays.copyOf(narrow, capacity);
            } else {
                wide = Arrays.copyOf(wide, capacity);
            }
        }

        private int[] widened() {
            int[] widened = new int[narrow.length];
            for (int k = 0; k < size; k++) {
                widened[k] = narrow[k];
            }
            return widened;
        }

        /** The locations so far, after which the next ones are collected. */
        Frames build() {
            Frames built = wide == null
                    ? new Frames(Arrays.copyOf(narrow, size), null)
                    : new Frames(new char[0], Arrays.copyOf(wide, size));
            wide = null;
            size = 0;
            return built;
        }

        boolean isSame(int from, int to, int[] stack, int depth) {
            return new Frames(narrow, wide).isSame(from, to, stack, depth);
        }
    }
}
