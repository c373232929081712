package io.tidemark.analysis.label;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The samples of a report in groups, one for each value of a label:
 *
 * <pre>{@code
 * /orders      the values with the largest sums, largest first
 * /items
 * (3 others)   where there are more than are asked for
 * (none)       samples without the label
 * }</pre>
 *
 * <p>Numbers come in their order, and in ranges where there are too many. A sample with several values of the label is in
 * the group of each.
 */
public final class LabelGroups {
    private final String key;
    private final List<Group> groups;
    private final List<List<Integer>> ofLabels; // by label set, the indices of its groups

    /**
     * A group.
     *
     * @param name the value of the label, a range of numbers, or what is said in brackets
     * @param sum of the values of its samples
     */
    public record Group(String name, long sum) {}

    private LabelGroups(String key, List<Group> groups, List<List<Integer>> ofLabels) {
        this.key = key;
        this.groups = List.copyOf(groups);
        this.ofLabels = ofLabels;
    }

    /**
     * Groups the samples of a report by a label.
     *
     * @param most the most groups with a value of their own
     * @throws ReportException where no sample has such a label
     */
    public static LabelGroups of(Report report, String key, int most) throws ReportException {
        List<LabelSet> sets = report.profile().samples().labelSets();
        long[] sums = sums(report);
        boolean[] used = used(report);
        String unit = report.options().labelUnits().getOrDefault(key, "");
        NumberRanges ranges = new NumberRanges(numbers(sets, used, key), unit, most);
        List<Set<Value>> values = new ArrayList<>(sets.size());
        Map<Value, Long> totals = new HashMap<>();
        Set<String> keys = new TreeSet<>(Utf8.ORDER);
        for (int i = 0; i < sets.size(); i++) {
            values.add(used[i] ? Value.of(sets.get(i), key, ranges) : Set.of());
            for (Value value : values.get(i)) {
                totals.merge(value, sums[i], Long::sum);
            }
            addKeys(sets.get(i), keys);
        }
        if (!keys.contains(key)) {
            throw new ReportException("by: no sample has the label '" + key + "' (expected "
                    + (keys.isEmpty() ? "a profile with labels" : "one of " + String.join(", ", keys)) + ")");
        }
        return arrange(key, values, totals, most);
    }

    private static LabelGroups arrange(String key, List<Set<Value>> values, Map<Value, Long> totals, int most) {
        List<Value> sorted = new ArrayList<>(totals.keySet());
        sorted.remove(Value.NONE);
        sorted.sort(Comparator.comparingLong((Value value) -> -Math.abs(totals.getOrDefault(value, 0L)))
                .thenComparing(Value.ORDER));
        List<Value> shown = new ArrayList<>(sorted.subList(0, Math.min(most, sorted.size())));
        List<Value> others = sorted.subList(shown.size(), sorted.size());
        if (shown.stream().allMatch(Value::isNumber)) {
            shown.sort(Value.ORDER);
        }
        Map<Value, Integer> places = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Value value : shown) {
            places.put(value, groups.size());
            groups.add(new Group(value.name(), totals.getOrDefault(value, 0L)));
        }
        if (!others.isEmpty()) {
            long sum = 0;
            for (Value value : others) {
                places.put(value, groups.size());
                sum += totals.getOrDefault(value, 0L);
            }
            groups.add(new Group("(" + others.size() + (others.size() == 1 ? " other)" : " others)"), sum));
        }
        if (totals.containsKey(Value.NONE)) {
            places.put(Value.NONE, groups.size());
            groups.add(new Group(Value.NONE.name(), totals.getOrDefault(Value.NONE, 0L)));
        }
        List<List<Integer>> ofLabels = new ArrayList<>(values.size());
        for (Set<Value> ofSet : values) {
            ofLabels.add(ofSet.stream()
                    .map(value -> places.getOrDefault(value, 0))
                    .distinct()
                    .toList());
        }
        return new LabelGroups(key, groups, ofLabels);
    }

    /** A value of the label: a text, or a number by its place among the ranges. */
    private record Value(boolean isNumber, int place, String name) {
        static final Value NONE = new Value(false, -1, "(none)");
        static final Comparator<Value> ORDER =
                Comparator.comparingInt(Value::place).thenComparing(Value::name, Utf8.ORDER);

        static Set<Value> of(LabelSet labels, String key, NumberRanges ranges) {
            Set<Value> values = new LinkedHashSet<>();
            for (String text : labels.texts(key)) {
                values.add(new Value(false, 0, text));
            }
            for (int i = 0; i < labels.numberCount(); i++) {
                if (labels.numberKey(i).equals(key)) {
                    long number = labels.number(i);
                    values.add(new Value(true, ranges.place(number), ranges.name(number)));
                }
            }
            return values.isEmpty() ? Set.of(NONE) : values;
        }
    }

    private static long[] sums(Report report) {
        SampleValue value = report.options().value();
        Samples samples = report.profile().samples();
        long[] sums = new long[samples.labelSets().size()];
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                sums[block.labels(s)] += value.of(block, s);
            }
        }
        return sums;
    }

    /** Which label sets samples have that count. */
    private static boolean[] used(Report report) {
        SampleValue value = report.options().value();
        boolean[] used = new boolean[report.profile().samples().labelSets().size()];
        for (Samples.Block block : report.profile().samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                used[block.labels(s)] |= value.of(block, s) != 0;
            }
        }
        return used;
    }

    private static List<Long> numbers(List<LabelSet> sets, boolean[] used, String key) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            for (int k = 0; used[i] && k < sets.get(i).numberCount(); k++) {
                if (sets.get(i).numberKey(k).equals(key)) {
                    numbers.add(sets.get(i).number(k));
                }
            }
        }
        return numbers;
    }

    private static void addKeys(LabelSet labels, Set<String> keys) {
        for (int i = 0; i < labels.textCount(); i++) {
            keys.add(labels.textKey(i));
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            keys.add(labels.numberKey(i));
        }
    }

    /** The key of the label. */
    public String key() {
        return key;
    }

    /** The groups in the order in which they are shown. */
    public List<Group> groups() {
        return groups;
    }

    /** The groups of the samples with a label set; several where these have several values of the label. */
    List<Integer> of(int labelSet) {
        return ofLabels.get(labelSet);
    }

    /** Whether a sample is in several groups, so that their sums are more than the whole. */
    public boolean overlap() {
        return ofLabels.stream().anyMatch(groupsOfSet -> groupsOfSet.size() > 1);
    }

    /** The report on the samples of a group. */
    public Report select(Report report, int group) {
        List<LabelSet> sets = report.profile().samples().labelSets();
        Set<LabelSet> selected = new LinkedHashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            if (ofLabels.get(i).contains(group)) {
                selected.add(sets.get(i));
            }
        }
        return report.withProfile(report.profile().filterSamples(selected::contains));
    }

    @Override
    public String toString() {
        return key + " " + Arrays.toString(groups.toArray());
    }
}
