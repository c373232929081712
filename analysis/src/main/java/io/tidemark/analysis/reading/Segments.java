package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.memstats.MetricsPage;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.proc.ProcessStat;
import io.tidemark.model.profile.Profile;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Where another process began to answer: it started at another time, has another binary, or counters that only grow have
 * fallen. Numbers from before and after have nothing to do with each other.
 */
final class Segments {
    /** The start in metrics is made of two clocks, and jitters. */
    private static final double JITTER_SECONDS = 2;

    private static final List<MemStat> COUNTERS =
            List.of(MemStat.TOTAL_ALLOC, MemStat.MALLOCS, MemStat.FREES, MemStat.NUM_GC, MemStat.PAUSE_TOTAL_NS);

    /** The rounds that begin a segment, and when they were. */
    private final TreeMap<Integer, Double> starts = new TreeMap<>();

    private Segments() {}

    static Segments of(Decoded decoded) {
        Segments segments = new Segments();
        segments.scan(decoded.memStats(), Segments::hasFallen);
        segments.scan(
                decoded.processes.stream()
                        .filter(process -> process.value().stat().isPresent())
                        .toList(),
                (before, now) -> start(before) != start(now));
        segments.scan(
                decoded.metrics.stream()
                        .filter(page -> page.value().signals().containsKey(Signal.START_TIME))
                        .toList(),
                (before, now) -> Math.abs(start(before) - start(now)) > JITTER_SECONDS);
        for (String name : List.of(CaptureName.HEAP, CaptureName.GOROUTINES, CaptureName.ALLOCS)) {
            segments.scan(decoded.profiles(name), Segments::isOther);
        }
        return segments;
    }

    /** Looks for changes in what was captured, those that were captured most often first. */
    private <T> void scan(List<Timed<T>> all, BiPredicate<T, T> isChange) {
        for (int i = 1; i < all.size(); i++) {
            Timed<T> before = all.get(i - 1);
            Timed<T> now = all.get(i);
            boolean isKnown =
                    !starts.subMap(before.round(), false, now.round(), true).isEmpty();
            if (!isKnown && before.round() < now.round() && isChange.test(before.value(), now.value())) {
                starts.put(now.round(), now.second());
            }
        }
    }

    private static double start(ProcessSnapshot process) {
        return process.stat().map(ProcessStat::startSeconds).orElse(0.0);
    }

    private static double start(MetricsPage page) {
        return page.signals().getOrDefault(Signal.START_TIME, 0.0);
    }

    private static boolean hasFallen(MemStats before, MemStats now) {
        return COUNTERS.stream()
                .anyMatch(counter -> before.value(counter).isPresent()
                        && now.value(counter).isPresent()
                        && now.value(counter).getAsLong()
                                < before.value(counter).getAsLong());
    }

    /** Whether a profile is of another program or build, whose counters may be larger by chance, or of less allocations. */
    private static boolean isOther(Profile before, Profile now) {
        String old = binary(before);
        String binary = binary(now);
        return (!old.isEmpty() && !binary.isEmpty() && !old.equals(binary)) || allocated(now) < allocated(before);
    }

    private static String binary(Profile profile) {
        return profile.mappings().stream()
                .findFirst()
                .map(main -> main.buildId().isEmpty() ? main.file() : main.buildId())
                .orElse("");
    }

    /** What was allocated since the start, which can't become less; 0 in profiles of something else. */
    private static long allocated(Profile profile) {
        for (int i = 0; i < profile.sampleTypes().size(); i++) {
            if (profile.sampleTypes().get(i).type().equals("alloc_space")) {
                return profile.sums()[i];
            }
        }
        return 0;
    }

    /** The first round of the last segment. */
    int lastRound() {
        return starts.isEmpty() ? 0 : starts.lastKey();
    }

    /** When the last segment began, in seconds. */
    double lastStart() {
        return starts.isEmpty() ? 0 : starts.lastEntry().getValue();
    }

    /** What happened, for the user; empty when nothing did. */
    String sentence() {
        if (starts.isEmpty()) {
            return "";
        }
        long second = Math.round(starts.lastEntry().getValue());
        if (starts.size() > 2) {
            return "Different processes answered, " + starts.size()
                    + " times another one than before: several instances"
                    + " may share the address. Only what came after " + second + " s counts.";
        }
        return "The program was restarted " + second
                + " s into the observation, or another instance answered; only what" + " came after that counts.";
    }
}
