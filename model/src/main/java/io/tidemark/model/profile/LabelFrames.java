package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Frames made from labels: for each key a frame that is named by the sample's values of it, in the file named by the key.
 *
 * @param rootKeys keys whose frames become the root, the first one outermost
 * @param leafKeys keys whose frames become the leaf, the last one innermost
 * @param values the values of a key in a label set, as they shall be read
 */
public record LabelFrames(
        List<String> rootKeys, List<String> leafKeys, BiFunction<LabelSet, String, List<String>> values) {

    public LabelFrames {
        rootKeys = List.copyOf(rootKeys);
        leafKeys = List.copyOf(leafKeys);
    }

    /** Whether a sample of the profile has a value for one of the keys. */
    public boolean matches(Profile profile, List<String> keys) {
        boolean[] used = new boolean[profile.samples().labelSets().size()];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                used[block.labels(s)] = true;
            }
        }
        for (int i = 0; i < used.length; i++) {
            LabelSet labels = profile.samples().labels(i);
            if (used[i]
                    && keys.stream().anyMatch(key -> !values.apply(labels, key).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    Profile apply(Profile profile) {
        if (rootKeys.isEmpty() && leafKeys.isEmpty()) {
            return profile;
        }
        Frames frames = new Frames(profile);
        Samples samples = profile.samples();
        int[][] roots = new int[samples.labelSets().size()][];
        int[][] leaves = new int[roots.length][];
        Samples.Builder builder = new Samples.Builder();
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                int labels = block.labels(s);
                if (roots[labels] == null) { // in the order of the samples, which is the order of the new ids
                    roots[labels] = frames.of(samples.labels(labels), rootKeys);
                    leaves[labels] = frames.of(samples.labels(labels), leafKeys);
                }
                append(builder, leaves[labels]);
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    builder.location(block.location(k));
                }
                append(builder, roots[labels]);
                builder.endLike(block, s);
            }
        }
        return profile.withSymbols(
                builder.build(samples.types(), samples.labelSets()),
                frames.locations.build(),
                frames.functions.build());
    }

    private static void append(Samples.Builder builder, int[] locations) {
        for (int location : locations) {
            builder.location(location);
        }
    }

    /** A frame by the value and the key of a label. */
    private record Name(String value, String key) {
        @Override
        public int hashCode() {
            return Hash.end(Hash.add(Hash.add(Hash.start(2), value), key));
        }
    }

    /** The symbols of a profile with those of the new frames after them. */
    private final class Frames {
        final Functions.Builder functions;
        final Locations.Builder locations = new Locations.Builder();
        private final Map<Name, Integer> known = new HashMap<>();
        private long nextFunction = 1;
        private long nextLocation = 1;

        Frames(Profile profile) {
            functions = profile.functions().toBuilder();
            for (int i = 0; i < profile.functions().size(); i++) {
                nextFunction = Math.max(nextFunction, profile.functions().id(i) + 1);
            }
            Locations all = profile.locations();
            for (int i = 0; i < all.size(); i++) {
                nextLocation = Math.max(nextLocation, all.id(i) + 1);
                locations.add(all.id(i), all.mapping(i), all.address(i), all.isFolded(i));
                locations.lines(all, all.lineStart(i), all.lineEnd(i));
            }
        }

        /** The frames of some keys, in the order of a stack: the last key first. */
        int[] of(LabelSet labels, List<String> keys) {
            List<Integer> made = new ArrayList<>(keys.size());
            for (int i = keys.size() - 1; i >= 0; i--) {
                String key = keys.get(i);
                made.add(frame(String.join(",", values.apply(labels, key)), key));
            }
            return made.stream().mapToInt(Integer::intValue).toArray();
        }

        private int frame(String name, String key) {
            return known.computeIfAbsent(new Name(name, key), unused -> {
                int text = functions.strings.intern(name);
                int function = functions.add(nextFunction++, text, 0, functions.strings.intern(key), 0);
                int location = locations.add(nextLocation++, -1, 0, false);
                locations.line(function, 0, 0);
                return location;
            });
        }
    }
}
