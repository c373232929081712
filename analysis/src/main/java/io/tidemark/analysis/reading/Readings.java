package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.analysis.snapshot.SizeClassSnapshot;
import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.goroutine.GoroutineParents.Parent;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import io.tidemark.model.profile.Profile;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** An observation, decoded: numbers over time, profiles, and notes on what could not be read. */
public final class Readings {
    private final Observation observation;
    private final double start;
    private final Decoded decoded;
    private final List<Timed<MemStats>> memStats;
    private final LiveHeapSeries live;
    private final OffHeap offHeap;
    private final Surroundings surroundings;
    private final Signals signals;
    private final List<String> notes;

    private Readings(Observation observation, Decoded decoded, double start, Notes notes) {
        this.observation = observation;
        this.start = start;
        this.decoded = decoded;
        this.memStats = decoded.memStats();
        this.live = LiveHeapSeries.of(decoded, memStats, isStackPaced(observation.target()));
        this.offHeap = OffHeap.of(decoded.processes, memStats);
        this.surroundings = Surroundings.of(observation.target(), decoded.cgroups, decoded.processes);
        this.signals = gather();
        this.notes = notes.toList();
    }

    /** Decodes an observation. What can't be decoded becomes a note. */
    public static Readings of(Observation observation) {
        Notes notes = new Notes();
        observation.notes().forEach(notes::add);
        Decoded all = Decoded.of(observation, notes);
        Segments segments = Segments.of(all);
        if (!segments.sentence().isEmpty()) {
            notes.add(segments.sentence());
        }
        return new Readings(observation, all.from(segments.lastRound()), segments.lastStart(), notes);
    }

    /** Whether stacks count for the pace of the collector, as they do from Go 1.18 on. */
    private static boolean isStackPaced(Target target) {
        String version = target.runtime();
        for (int minor = 0; minor < 18; minor++) {
            if (version.equals("go1." + minor) || version.startsWith("go1." + minor + ".")) {
                return false;
            }
        }
        return true;
    }

    private Signals gather() {
        Map<Signal, Series> all = new EnumMap<>(Signal.class);
        ProcessSignals.of(decoded.processes, surroundings).mergeInto(all);
        if (surroundings.isContainer()) {
            ContainerSignals.of(decoded.cgroups).mergeInto(all);
        }
        GoSignals.ofProfiles(decoded).mergeInto(all);
        GoSignals.ofMemStats(memStats).mergeInto(all);
        GoSignals.ofMetrics(decoded).mergeInto(all);
        GoSignals.ofSettings(decoded).mergeInto(all);
        GoSignals.ofVariables(decoded).mergeInto(all);
        all.put(Signal.LIVE_HEAP, live.series());
        all.put(Signal.GOAL_RATIO, live.goal());
        all.put(Signal.OFF_HEAP, offHeap.series());
        all.put(Signal.STACK_PER_GOROUTINE, stackPerGoroutine(all));
        return Signals.of(all);
    }

    /** StackInuse over the goroutines that were counted last. */
    private static Series stackPerGoroutine(Map<Signal, Series> all) {
        Series stacks = all.getOrDefault(Signal.STACKS, Series.EMPTY);
        Series goroutines = all.getOrDefault(Signal.GOROUTINES, Series.EMPTY);
        SeriesTable table = new SeriesTable();
        int next = 0;
        for (int i = 0; i < stacks.size() && !goroutines.isEmpty(); i++) {
            while (next + 1 < goroutines.size() && goroutines.second(next + 1) <= stacks.second(i) + 1) {
                next++;
            }
            table.add(Signal.STACK_PER_GOROUTINE, stacks.second(i), stacks.value(i) / goroutines.value(next));
        }
        return table.toSeries(Signal.STACK_PER_GOROUTINE);
    }

    // ---- numbers ----

    public Observation observation() {
        return observation;
    }

    /** For how long the program was seen, in seconds: since the last restart, if there was one. */
    public double seconds() {
        return Math.max(0, observation.length().toMillis() / 1000.0 - start);
    }

    /** The numbers over time, since the last restart. */
    public Signals signals() {
        return signals;
    }

    /** How {@link Signal#LIVE_HEAP} is known. */
    public LiveHeap liveHeap() {
        return live.how();
    }

    /**
     * What the anonymous memory of the process was beyond its runtime's at the start; {@link Signal#OFF_HEAP} counts from
     * there. Less than 0 when the runtime holds memory that it has never touched.
     */
    public OptionalDouble offHeapOffset() {
        return offHeap.offset();
    }

    /** Go's numbers, one for each round that has them. */
    public List<Timed<MemStats>> memStats() {
        return memStats;
    }

    /** The size classes over time, the smallest first. */
    public List<SizeSeries> sizes() {
        return SizeSeries.of(memStats);
    }

    /** The size classes at each time; exactly those that live where they were counted right after a collection. */
    public List<SizeClassSnapshot> sizeClasses() {
        return memStats.stream()
                .filter(stats -> !stats.value().sizes().isEmpty())
                .map(stats -> new SizeClassSnapshot(
                        stats.second(),
                        stats.value().sizes().stream()
                                .map(size -> new SizeClassSnapshot.SizeClass(size.size(), size.mallocs(), size.frees()))
                                .toList(),
                        stats.value().value(MemStat.NUM_GC).orElse(-1)))
                .toList();
    }

    /** What {@code /proc} said, one for each round that has it. */
    public List<Timed<ProcessSnapshot>> processes() {
        return decoded.processes;
    }

    /** Whether the control group is a container's or a service's, and not one that the program shares with strangers. */
    public boolean isContained() {
        return surroundings.isContainer();
    }

    /** What the control group said, one for each round that has it. */
    public List<Timed<CgroupMemory>> cgroups() {
        return decoded.cgroups;
    }

    // ---- profiles ----

    /** The heap profiles in the order of their times: those with all that can be compared. */
    public List<HeapSnapshot> heaps() {
        return decoded.heaps().stream()
                .filter(heap -> isWhole(heap.value()))
                .map(this::heap)
                .toList();
    }

    /** The last profile that says what is in use; a pasted table or list of stacks is one, too. */
    public Optional<Profile> held() {
        return lastOf(decoded.heaps());
    }

    /** Whether a heap profile has all four of Go's values. What was pasted has only the one that was printed. */
    private static boolean isWhole(Profile heap) {
        Set<String> types = new HashSet<>();
        heap.sampleTypes().forEach(type -> types.add(type.type()));
        return types.containsAll(Set.of("alloc_objects", "alloc_space", "inuse_objects", "inuse_space"));
    }

    private HeapSnapshot heap(Timed<Profile> heap) {
        Optional<MemStats> stats = Timed.ofRound(memStats, heap.round());
        return new HeapSnapshot(
                heap.second(),
                heap.value(),
                heap.isCollected(),
                stats.orElse(MemStats.EMPTY).value(MemStat.NUM_GC).orElse(-1));
    }

    /** The goroutine profiles in the order of their times. */
    public List<GoroutineSnapshot> goroutines() {
        return decoded.profiles(CaptureName.GOROUTINES).stream()
                .map(profile -> new GoroutineSnapshot(profile.second(), profile.value()))
                .toList();
    }

    /** The last dump of goroutines, with states, ages and creators as labels. */
    public Optional<Profile> dump() {
        return last(CaptureName.GOROUTINE_DUMP);
    }

    /** Who started the goroutines of the last dump. */
    public List<Parent> parents() {
        return decoded.parents.isEmpty()
                ? List.of()
                : decoded.parents.get(decoded.parents.size() - 1).value();
    }

    /** The last profile of the goroutines that the runtime proved to wait for ever. */
    public Optional<Profile> leaked() {
        return last(CaptureName.GOROUTINE_LEAK);
    }

    /** The profiles of all allocations. */
    public List<Timed<Profile>> allocs() {
        return decoded.profiles(CaptureName.ALLOCS);
    }

    /** The profiles with any name, such as {@link CaptureName#MUTEX}. */
    public List<Timed<Profile>> profiles(String name) {
        return decoded.profiles(name);
    }

    private Optional<Profile> last(String name) {
        return lastOf(decoded.profiles(name));
    }

    private static Optional<Profile> lastOf(List<Timed<Profile>> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).value());
    }

    /** Sentences for the user: what could not be read, and what that leaves out. */
    public List<String> notes() {
        return notes;
    }
}
