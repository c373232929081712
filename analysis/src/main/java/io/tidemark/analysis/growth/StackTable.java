package io.tidemark.analysis.growth;

import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The stacks of several profiles, each once: stacks of the same functions are one, whatever the lines, and recursion counts
 * once.
 *
 * <p>A stack is a list of numbers of functions, the root first. Where a function is called again below itself, all that was
 * between the two calls is left out.
 *
 * <p>This runs over every frame of every profile, so it is arrays and hash tables of its own. The profiles of a program have
 * the same stacks again and again: a stack is first looked up by a hash of 64 bits of its functions as they come, and only
 * one that is new is brought into the form above. With 200,000 samples a profile that takes a third of the time.
 */
final class StackTable {
    private final UnaryOperator<String> identity;
    private final Map<String, Integer> ids = new HashMap<>();
    private int[] path = new int[64];
    private int depth;
    private int[] places = new int[0]; // by function: where on the path it is, plus 1
    private int[] frames = new int[1 << 12];
    private int[] ends = new int[256];
    private int size;
    private int[] slots = new int[1 << 10]; // of stacks plus 1; 0 is free
    private int[] hashes = new int[256];
    private long[] seen = new long[1 << 10]; // hashes of stacks as they came; 0 is free
    private int[] stackOf = new int[seen.length];
    private int seenSize;

    /** A table that compares functions by what {@code identity} makes of their names. */
    StackTable(UnaryOperator<String> identity) {
        this.identity = identity;
    }

    int size() {
        return size;
    }

    Reader reader(Profile profile) {
        return new Reader(profile);
    }

    /** Looks up the stacks of one profile. */
    final class Reader {
        private final int[] functions; // by line of the profile's locations
        private final long[] keys; // by location: what its functions add to the hash
        private final Locations locations;

        Reader(Profile profile) {
            this.locations = profile.locations();
            Functions names = profile.functions();
            int[] numbers = new int[names.size()];
            for (int f = 0; f < numbers.length; f++) {
                numbers[f] = ids.computeIfAbsent(identity.apply(names.name(f)), name -> ids.size());
            }
            this.functions = new int[locations.lineCount()];
            for (int line = 0; line < functions.length; line++) {
                functions[line] = numbers[locations.function(line)];
            }
            places = Arrays.copyOf(places, Math.max(places.length, ids.size()));
            this.keys = new long[locations.size()];
            for (int location = 0; location < keys.length; location++) {
                for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                    keys[location] = mix(keys[location] + functions[line] + 1);
                }
            }
        }

        /** The number of the stack of a sample. */
        int stack(Samples.Block block, int sample) {
            long hash = 1;
            for (int k = block.stackStart(sample), end = block.stackEnd(sample); k < end; k++) {
                hash = hash * 0x9E3779B97F4A7C15L + keys[block.location(k)];
            }
            hash = mix(hash) | 1; // 0 is free
            int slot = ((int) hash >>> 1) & (seen.length - 1);
            while (seen[slot] != 0) {
                if (seen[slot] == hash) {
                    return stackOf[slot];
                }
                slot = (slot + 1) & (seen.length - 1);
            }
            int stack = canonical(block, sample);
            remember(hash, stack);
            return stack;
        }

        private int canonical(Samples.Block block, int sample) {
            depth = 0;
            for (int k = block.stackEnd(sample) - 1; k >= block.stackStart(sample); k--) {
                int location = block.location(k);
                int first = locations.lineStart(location);
                for (int line = locations.lineEnd(location) - 1; line >= first; line--) {
                    push(functions[line]);
                }
            }
            int stack = intern();
            for (int i = 0; i < depth; i++) {
                places[path[i]] = 0;
            }
            return stack;
        }
    }

    /** The last step of SplitMix64, which spreads each bit over all. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private void remember(long hash, int stack) {
        if (++seenSize * 2 > seen.length) {
            long[] hashesBefore = seen;
            int[] stacksBefore = stackOf;
            seen = new long[hashesBefore.length * 2];
            stackOf = new int[seen.length];
            for (int slot = 0; slot < hashesBefore.length; slot++) {
                if (hashesBefore[slot] != 0) {
                    put(hashesBefore[slot], stacksBefore[slot]);
                }
            }
        }
        put(hash, stack);
    }

    private void put(long hash, int stack) {
        int slot = ((int) hash >>> 1) & (seen.length - 1);
        while (seen[slot] != 0) {
            slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = hash;
        stackOf[slot] = stack;
    }

    private void push(int function) {
        int place = places[function];
        if (place > 0) {
            while (depth > place) {
                places[path[--depth]] = 0;
            }
            return;
        }
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
        }
        path[depth++] = function;
        places[function] = depth;
    }

    private int intern() {
        int hash = depth;
        for (int i = 0; i < depth; i++) {
            hash = hash * 31 + path[i];
        }
        hash *= 0x9E3779B9; // spreads what differs in the last frames alone
        hash ^= hash >>> 15;
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int stack = slots[slot] - 1;
            if (hashes[stack] == hash && isPath(stack)) {
                return stack;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(hash, slot);
    }

    private boolean isPath(int stack) {
        int start = start(stack);
        return Arrays.equals(frames, start, ends[stack], path, 0, depth);
    }

    private int start(int stack) {
        return stack == 0 ? 0 : ends[stack - 1];
    }

    private int add(int hash, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + depth > frames.length) {
            frames = Arrays.copyOf(frames, Math.max(frames.length * 2, start + depth));
        }
        System.arraycopy(path, 0, frames, start, depth);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        ends[size] = start + depth;
        hashes[size] = hash;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int stack = 0; stack < size; stack++) {
            int slot = hashes[stack] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = stack + 1;
        }
    }

    /** The frames of a sample as they are in its profile, the leaf first. */
    static List<Frame> frames(Profile profile, Samples.Block block, int sample) {
        Locations locations = profile.locations();
        Functions functions = profile.functions();
        List<Frame> stack = new ArrayList<>();
        for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
            int location = block.location(k);
            for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                int function = locations.function(line);
                stack.add(Frame.of(functions.name(function), functions.filename(function), locations.line(line)));
            }
        }
        return List.copyOf(stack);
    }
}
