package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.growth.Floor;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.GoroutineGrowth;
import io.tidemark.analysis.growth.HeapGrowth;
import io.tidemark.analysis.growth.Load;
import io.tidemark.analysis.growth.SizeClassGrowth;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.owner.Program;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.Facts;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.SignatureMatcher;
import io.tidemark.analysis.signature.Stack;
import io.tidemark.analysis.signature.Suspect;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What an observation says, worked out once for all detectors. */
final class Inquiry implements Facts {
    private static final double FEWEST = 10; // goroutines and the like: fewer come and go with a few clients
    private static final double CREEPING = 120 << 10; // bytes a minute

    private final Readings readings;
    private final HeapGrowth heap;
    private final GoroutineGrowth goroutines;
    private final List<SizeClassGrowth> sizes;
    private final Owners owners;
    private final SignatureMatcher matcher;
    private final Map<Signal, Trend> trends = new EnumMap<>(Signal.class);
    private final List<Suspect> groups = new ArrayList<>();
    private final Optional<Load> load;
    private final Set<List<String>> proved = new HashSet<>();

    Inquiry(Readings readings, Catalogue catalogue) {
        this.readings = readings;
        List<HeapSnapshot> heaps = readings.heaps();
        List<GoroutineSnapshot> stacks = readings.goroutines();
        this.heap = HeapGrowth.of(heaps);
        this.goroutines = GoroutineGrowth.of(stacks, readings.dump());
        this.sizes = SizeClassGrowth.of(readings.sizeClasses(), heap);
        Program program = Program.of(profiles(readings, heaps, stacks)).withParents(readings.parents());
        this.owners = new Owners(program, readings, heap, goroutines);
        this.matcher = SignatureMatcher.of(catalogue);
        this.load = Load.of(signals().series(Signal.LIVE_HEAP), Load.measures(signals(), goroutines), Floor.LIVE_HEAP);
        readings.leaked()
                .map(leaked -> GoroutineGrowth.of(List.of(new GoroutineSnapshot(0, leaked)), Optional.empty()))
                .ifPresent(leaked -> leaked.groups().forEach(group -> proved.add(group.identity())));
        goroutines.groups().forEach(group -> groups.add(suspect(group)));
        heap.growing().forEach(stack -> groups.add(suspect(stack)));
        heap.others().forEach(stack -> groups.add(suspect(stack)));
    }

    /** What shows most of the program: all that was allocated, what is in use, and where goroutines are. */
    private static List<Profile> profiles(Readings readings, List<HeapSnapshot> heaps, List<GoroutineSnapshot> stacks) {
        List<Profile> profiles = new ArrayList<>();
        heaps.forEach(heap -> profiles.add(heap.profile()));
        readings.allocs().forEach(allocs -> profiles.add(allocs.value()));
        if (!stacks.isEmpty()) {
            profiles.add(stacks.get(stacks.size() - 1).profile());
        }
        return profiles;
    }

    Readings readings() {
        return readings;
    }

    HeapGrowth heap() {
        return heap;
    }

    GoroutineGrowth goroutines() {
        return goroutines;
    }

    /** Who is to blame for what. */
    Owners owners() {
        return owners;
    }

    /** Whether the runtime proved that goroutines such as these can never go on. */
    boolean isProvedToLeak(GoroutineGroup group) {
        return proved.contains(group.identity());
    }

    /** The size classes of which there are more and more. */
    List<SizeClassGrowth> sizes() {
        return sizes;
    }

    /** Whether live heap follows load; empty when nothing was seen of load. */
    Optional<Load> load() {
        return load;
    }

    /** Whether a signal goes up and down with load, and does nothing else. What only rises itself is no load. */
    boolean isDriven(Signal signal) {
        List<Load.Measure> measures = Load.measures(signals(), goroutines).stream()
                .filter(measure -> isUpAndDown(measure.series()))
                .toList();
        return Load.of(signals().series(signal), measures, floor(signal))
                .filter(Load::isDriving)
                .isPresent();
    }

    private static boolean isUpAndDown(Series series) {
        DoubleSummaryStatistics values = Arrays.stream(series.values()).summaryStatistics();
        return Math.abs(series.rise()) <= 0.3 * (values.getMax() - values.getMin());
    }

    /** The decision on a signal. */
    Trend decision(Signal signal) {
        return trends.computeIfAbsent(signal, key -> Trend.of(signals().series(key), floor(key)));
    }

    private static Floor floor(Signal signal) {
        if (signal == Signal.LIVE_HEAP) {
            return Floor.LIVE_HEAP;
        }
        return signal.unit() == Signal.Unit.BYTES ? Floor.BYTES : Floor.COUNT;
    }

    boolean isGrowing(Signal signal) {
        return decision(signal).isGrowing();
    }

    /** Whether it is more at the end, by so much that it may be the beginning of a leak. */
    boolean hasRisen(Signal signal) {
        double least =
                signal.unit() == Signal.Unit.COUNT ? FEWEST : floor(signal).absolute();
        return signals().series(signal).rise() >= least;
    }

    /** Whether objects become steadily more, by the exact counters of the runtime, and by enough to care. */
    boolean isCreeping() {
        double perMinute =
                sizes.stream().mapToDouble(SizeClassGrowth::bytesPerMinute).sum();
        return perMinute >= CREEPING
                && change(Signal.LIVE_HEAP) >= CREEPING * seconds() / 60
                && decision(Signal.LIVE_HEAP).decision() != Trend.Decision.FALLING;
    }

    double last(Signal signal) {
        return signals().last(signal).orElse(0);
    }

    double change(Signal signal) {
        return signals().series(signal).change();
    }

    /** How fast a counter rises, in a second. */
    double perSecond(Signal signal) {
        Series series = signals().series(signal);
        return series.length() <= 0 ? 0 : series.change() / series.length();
    }

    /** The collections that the program needs in a second, less those that were asked for. */
    double collectionsPerSecond() {
        double asked = signals().has(Signal.FORCED_COLLECTIONS)
                ? perSecond(Signal.FORCED_COLLECTIONS)
                : readings.heaps().stream().filter(HeapSnapshot::collected).count() / Math.max(1, seconds());
        return Math.max(0, perSecond(Signal.COLLECTIONS) - asked);
    }

    /** How long was looked, in seconds. */
    double seconds() {
        return readings.seconds();
    }

    /**
     * Until the container's limit is reached, at a rate; empty without a limit or without growth. Where the process as a whole
     * grows faster than what is known of the leak, that is what fills the container.
     */
    OptionalDouble secondsToLimit(double bytesPerMinute) {
        OptionalDouble limit = signals().last(Signal.LIMIT);
        OptionalDouble used = signals().last(Signal.WORKING_SET);
        if (limit.isEmpty() || used.isEmpty() || bytesPerMinute <= 0) {
            return OptionalDouble.empty();
        }
        Trend process = decision(Signal.RSS_ANON);
        double rate = Math.max(bytesPerMinute, process.isGrowing() ? process.perMinute() : 0);
        return OptionalDouble.of(Math.max(0, (limit.getAsDouble() - used.getAsDouble()) / rate * 60));
    }

    /** The best signature that a suspect looks like and that no guard excludes. */
    Optional<Match> match(Suspect suspect) {
        return matches(suspect).stream().findFirst();
    }

    /** All signatures that a suspect looks like and that no guard excludes, the best first. */
    List<Match> matches(Suspect suspect) {
        return matcher.match(suspect, this).stream()
                .filter(match -> !match.isExcluded())
                .toList();
    }

    static Suspect suspect(GoroutineGroup group) {
        Series counts = group.counts();
        return Suspect.goroutines(
                Stack.of(names(group.stack()), group.state(), group.creator()), counts.last(), counts.change());
    }

    static Suspect suspect(StackGrowth stack) {
        double size = Math.max(1, (double) stack.objectSize());
        Series bytes = stack.bytes();
        return Suspect.heap(
                Stack.of(names(stack.stack())), bytes.last() / size, bytes.change() / size, stack.objectSize());
    }

    static List<String> names(List<Frame> frames) {
        return frames.stream().map(Frame::function).toList();
    }

    // ---- facts for signatures ----

    @Override
    public Signals signals() {
        return readings.signals();
    }

    @Override
    public io.tidemark.analysis.signature.Trend trend(Signal signal) {
        if (!signals().has(signal)) {
            return io.tidemark.analysis.signature.Trend.UNKNOWN;
        }
        return switch (decision(signal).decision()) {
            case GROWING -> io.tidemark.analysis.signature.Trend.GROWING;
            case FLAT, SATURATING, STEP -> io.tidemark.analysis.signature.Trend.FLAT;
            case FALLING -> io.tidemark.analysis.signature.Trend.FALLING;
            case UNDECIDED -> io.tidemark.analysis.signature.Trend.UNKNOWN;
        };
    }

    @Override
    public List<Suspect> groups() {
        return groups;
    }

    @Override
    public String goVersion() {
        return readings.observation().target().runtime();
    }
}
