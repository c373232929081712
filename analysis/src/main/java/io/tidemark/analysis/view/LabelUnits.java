package io.tidemark.analysis.view;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which unit the numbers of each label key are. A profile may give a unit with every number; the first one of a key
 * counts.
 *
 * @param units the unit of each key: the first that the samples give, else bytes for sizes, else the key itself
 * @param conflicts what to tell about the keys whose numbers have several units, by key
 */
record LabelUnits(Map<String, String> units, List<String> conflicts) {

    static LabelUnits of(Profile profile) {
        if (!hasNumbers(profile)) {
            return new LabelUnits(Map.of(), List.of());
        }
        Map<String, String> units = new HashMap<>();
        Map<String, Set<String>> others = new TreeMap<>();
        boolean[] used = used(profile);
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                add(profile.samples().labels(i), units, others);
            }
        }
        units.replaceAll((key, unit) -> unit.isEmpty() ? unitOf(key) : unit);
        List<String> conflicts = new ArrayList<>();
        others.forEach((key, found) -> conflicts.add("label " + key + ": in " + units.get(key)
                + ", though some of its numbers are in " + String.join(", ", found)));
        return new LabelUnits(units, conflicts);
    }

    private static boolean hasNumbers(Profile profile) {
        for (LabelSet labels : profile.samples().labelSets()) {
            if (labels.numberCount() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Which label sets samples refer to; a filter may have left some that none does. */
    static boolean[] used(Profile profile) {
        boolean[] used = new boolean[profile.samples().labelSets().size()];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                used[block.labels(s)] = true;
            }
        }
        return used;
    }

    private static void add(LabelSet labels, Map<String, String> units, Map<String, Set<String>> others) {
        for (int i = 0; i < labels.numberCount(); i++) {
            String key = labels.numberKey(i);
            String unit = labels.unit(i);
            String known = units.getOrDefault(key, "");
            if (known.isEmpty()) {
                units.put(key, unit);
            } else if (!unit.isEmpty() && !unit.equals(known)) {
                others.computeIfAbsent(key, unused -> new TreeSet<>()).add(unit);
            }
        }
    }

    private static String unitOf(String key) {
        return switch (key) {
            case "alignment", "request" -> "bytes";
            default -> key;
        };
    }
}
