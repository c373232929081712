package io.tidemark.analysis.growth;

import io.tidemark.analysis.owner.GoFunction;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which goroutines become more. Their numbers are exact.
 *
 * @param total how many there were
 * @param trend of the total
 * @param groups those that grow first, the fastest of them first; then by number
 */
public record GoroutineGrowth(Series total, Trend trend, List<GoroutineGroup> groups) {
    public GoroutineGrowth {
        groups = List.copyOf(groups);
    }

    /** The groups that grow. */
    public List<GoroutineGroup> growing() {
        return groups.stream().filter(GoroutineGroup::isGrowing).toList();
    }

    /**
     * Compares the goroutines of one program, in the order of their times.
     *
     * @param dump all goroutines one by one, with state, creator and age as labels, taken at some time in between
     */
    public static GoroutineGrowth of(List<GoroutineSnapshot> snapshots, Optional<Profile> dump) {
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        double[] seconds = new double[snapshots.size()];
        double[] totals = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = snapshots.get(i).second();
            Profile profile = snapshots.get(i).profile();
            for (Samples.Block block : profile.samples().blocks()) {
                for (int s = 0; s < block.size(); s++) {
                    List<Frame> stack = StackTable.frames(profile, block, s);
                    Group group = groups.computeIfAbsent(identity(stack), key -> new Group(key, seconds.length));
                    group.add(i, stack, block.value(s, 0));
                    totals[i] += block.value(s, 0);
                }
            }
        }
        dump.ifPresent(profile -> join(profile, groups));
        List<GoroutineGroup> all = new ArrayList<>();
        for (Group group : groups.values()) {
            all.add(group.toGroup(seconds));
        }
        all.sort(Comparator.comparing((GoroutineGroup group) -> !group.isGrowing())
                .thenComparingDouble(group -> group.isGrowing()
                        ? -group.trend().perMinute()
                        : -group.counts().last())
                .thenComparing(group -> String.join("\n", group.identity())));
        Series total = Series.of(seconds, totals);
        return new GoroutineGrowth(total, Trend.of(total, Floor.COUNT), all);
    }

    private static void join(Profile dump, Map<List<String>, Group> groups) {
        for (Samples.Block block : dump.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                Group group = groups.get(identity(StackTable.frames(dump, block, s)));
                if (group != null) {
                    group.join(dump.samples().labels(block.labels(s)), block.value(s, 0));
                }
            }
        }
    }

    /** The functions of a stack without those of the runtime at its leaf, and with recursion once. */
    private static List<String> identity(List<Frame> stack) {
        int leaf = 0;
        while (leaf < stack.size() && WaitState.isRuntime(stack.get(leaf).function())) {
            leaf++;
        }
        List<String> names = new ArrayList<>();
        for (int i = stack.size() - 1; i >= (leaf == stack.size() ? 0 : leaf); i--) {
            String function = stack.get(i).function();
            if (function.equals("runtime.goexit") || function.equals("runtime.main")) {
                continue; // below the first function in some forms of the profile, and not in others
            }
            String name = GoFunction.parse(function).identity();
            int known = names.indexOf(name);
            if (known >= 0) {
                names.subList(known + 1, names.size()).clear();
            } else {
                names.add(name);
            }
        }
        Collections.reverse(names);
        return List.copyOf(names);
    }

    /** A group that is being collected. */
    private static final class Group {
        private final List<String> identity;
        private final double[] counts;
        private final Map<String, Long> states = new TreeMap<>();
        private final Map<String, Long> dumped = new TreeMap<>();
        private final Map<String, Long> creators = new TreeMap<>();
        private final TreeMap<Long, Long> waits = new TreeMap<>(); // goroutines by minutes
        private List<Frame> stack = List.of();
        private long most = -1;

        Group(List<String> identity, int snapshots) {
            this.identity = identity;
            this.counts = new double[snapshots];
        }

        void add(int snapshot, List<Frame> frames, long count) {
            counts[snapshot] += count;
            states.merge(WaitState.of(frames), count, Long::sum);
            if (count >= most) {
                most = count;
                stack = frames;
            }
        }

        void join(LabelSet labels, long count) {
            labels.texts("state").forEach(state -> dumped.merge(state, count, Long::sum));
            labels.texts("creator").forEach(creator -> creators.merge(creator, count, Long::sum));
            long minutes = 0;
            for (int i = 0; i < labels.numberCount(); i++) {
                minutes = labels.numberKey(i).equals("wait") ? labels.number(i) : minutes;
            }
            waits.merge(minutes, count, Long::sum);
        }

        GoroutineGroup toGroup(double[] seconds) {
            Series series = Series.of(seconds, counts);
            return new GoroutineGroup(
                    stack,
                    identity,
                    largest(dumped.isEmpty() ? states : dumped),
                    largest(creators),
                    series,
                    Trend.of(series, Floor.COUNT),
                    ages());
        }

        private static String largest(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        private GoroutineGroup.Ages ages() {
            long known = waits.values().stream().mapToLong(count -> count).sum();
            long seen = 0;
            for (Map.Entry<Long, Long> entry : waits.entrySet()) {
                seen += entry.getValue();
                if (2 * seen >= known) {
                    long waiting = known - waits.getOrDefault(0L, 0L);
                    return new GoroutineGroup.Ages(known, waiting, entry.getKey(), waits.lastKey());
                }
            }
            return GoroutineGroup.Ages.UNKNOWN;
        }
    }
}
