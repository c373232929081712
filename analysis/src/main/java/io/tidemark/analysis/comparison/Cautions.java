package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What makes two sides hard to compare, in sentences. */
final class Cautions {
    private static final double SHORT = 0.5; // of the other time
    private static final double MUCH = 3; // times as much work

    private final Side before;
    private final Side after;
    private final Optional<Throughput> throughput;
    private final List<String> cautions = new ArrayList<>();

    private Cautions(Side before, Side after, Optional<Throughput> throughput) {
        this.before = before;
        this.after = after;
        this.throughput = throughput;
    }

    static List<String> of(Side before, Side after, Optional<Throughput> throughput) {
        Cautions all = new Cautions(before, after, throughput);
        all.load();
        all.program();
        all.time();
        all.settings();
        all.notes(before);
        all.notes(after);
        return all.cautions;
    }

    private void load() {
        if (throughput.isPresent()) {
            Throughput work = throughput.get();
            if (!work.isAlike()) {
                cautions.add("the load differs: " + work.words() + "; what is told for 1,000 requests allows for that,"
                        + " levels do not but for what counts as worse or better");
            }
            return;
        }
        boolean hasRates = before.leaks().stream()
                        .anyMatch(leak -> LeakRate.of(leak, before).perMinute() > 0)
                || after.leaks().stream()
                        .anyMatch(leak -> LeakRate.of(leak, after).perMinute() > 0);
        String unlike = Stream.of(Measure.PROCESSOR, Measure.ALLOCATION)
                .flatMap(measure -> unlike(measure).stream())
                .findFirst()
                .orElse("");
        if (hasRates || !unlike.isEmpty()) {
            cautions.add(
                    "the requests are not known of both sides, so rates are by time: they say something only if the"
                            + " load was the same" + unlike);
        }
    }

    /** Such as {@code ; AFTER took 10 % of the processor time of BEFORE ...}; empty when both are alike. */
    private Optional<String> unlike(Measure measure) {
        double first = perSecond(before.signals().series(measure.signal()));
        double second = perSecond(after.signals().series(measure.signal()));
        boolean isUnlike = first > 0 && second >= 0 && (second > MUCH * first || second < first / MUCH);
        return isUnlike
                ? Optional.of("; AFTER took " + Quantity.percent(second / first) + " of the " + measure.words()
                        + " of BEFORE: did both have as much to do?")
                : Optional.empty();
    }

    private static double perSecond(Series counter) {
        return counter.length() <= 0 ? -1 : counter.change() / counter.length();
    }

    private void program() {
        String old = before.diagnosis().target().runtime();
        String now = after.diagnosis().target().runtime();
        if (!old.isEmpty() && !now.isEmpty() && !old.equals(now)) {
            cautions.add("the Go version changed, too: " + old + " before, " + now + " after");
        }
        Optional<Mapping> first = binary(before);
        Optional<Mapping> second = binary(after);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        String program = name(first.get());
        String other = name(second.get());
        if (!program.isEmpty() && !other.isEmpty() && !program.equals(other)) {
            cautions.add("BEFORE is of the program " + program + ", AFTER of " + other);
        }
        String build = first.get().buildId();
        boolean isSameCommand = before.diagnosis()
                .target()
                .command()
                .equals(after.diagnosis().target().command());
        if (!build.isEmpty() && build.equals(second.get().buildId()) && isSameCommand) {
            cautions.add("both sides are of the same build (" + build.substring(0, Math.min(12, build.length()))
                    + "): a change of the code can't be in AFTER alone");
        }
    }

    private static Optional<Mapping> binary(Side side) {
        Stream<Profile> heaps = side.readings().heaps().stream().map(heap -> heap.profile());
        Stream<Profile> goroutines = side.readings().goroutines().stream().map(snapshot -> snapshot.profile());
        return Stream.concat(heaps, goroutines)
                .flatMap(profile -> profile.mappings().stream().limit(1))
                .findFirst();
    }

    private static String name(Mapping binary) {
        String file = binary.file().replace(" (deleted)", "");
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private void time() {
        if (after.seconds() >= 1 && after.seconds() < SHORT * before.seconds()) {
            cautions.add("AFTER was observed for " + Quantity.time(after.seconds()) + ", BEFORE for "
                    + Quantity.time(before.seconds()));
        }
        if (!before.isMoment() && before.diagnosis().verdict() == Verdict.UNDECIDED) {
            cautions.add("BEFORE alone is undecided: " + before.diagnosis().because());
        }
        if (before.isMoment() != after.isMoment()) {
            cautions.add((before.isMoment() ? "BEFORE" : "AFTER") + " is one moment, which shows no growth");
        }
    }

    private void settings() {
        for (Signal signal : List.of(Signal.GOGC, Signal.GOMEMLIMIT)) {
            OptionalDouble old = before.signals().last(signal);
            OptionalDouble now = after.signals().last(signal);
            if (old.isPresent() && now.isPresent() && old.getAsDouble() != now.getAsDouble()) {
                cautions.add(signal.meaning() + ": " + setting(signal, old.getAsDouble()) + " before, "
                        + setting(signal, now.getAsDouble()) + " after");
            }
        }
    }

    private static String setting(Signal signal, double value) {
        return signal == Signal.GOGC ? Quantity.count(value) : Quantity.bytes(value);
    }

    private void notes(Side side) {
        side.diagnosis().notes().forEach(note -> cautions.add(side.role() + ": " + note));
    }
}
