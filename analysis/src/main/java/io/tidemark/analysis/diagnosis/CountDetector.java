package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.reading.ProcessSnapshot;
import io.tidemark.analysis.reading.Timed;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.analysis.signature.Suspect;
import io.tidemark.model.proc.Descriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Descriptors and threads that become ever more without goroutines that become more with them; with goroutines they are
 * part of what {@link GoroutineDetector} finds.
 */
final class CountDetector implements Detector {
    /** Descriptors of one sort: which they are, and the functions that open them. */
    private record Sort(Signal signal, String words, Predicate<Descriptor> isOf, Set<String> openers) {}

    private static final List<Sort> SORTS = List.of(
            new Sort(
                    Signal.FILE_FDS,
                    "open files",
                    fd -> fd.kind() == Descriptor.Kind.FILE,
                    Set.of("os.newFile", "os.NewFile", "os.OpenFile", "syscall.Open")),
            new Sort(
                    Signal.SOCKET_FDS,
                    "sockets",
                    fd -> fd.kind() == Descriptor.Kind.SOCKET,
                    Set.of("net.newFD", "net.socket", "net.(*netFD).accept", "syscall.Socket")),
            new Sort(Signal.PIPE_FDS, "pipes", fd -> fd.kind() == Descriptor.Kind.PIPE, Set.of("os.Pipe")),
            new Sort(
                    Signal.INOTIFY_FDS,
                    "watches of files",
                    fd -> fd.kind() == Descriptor.Kind.INOTIFY,
                    Set.of(
                            "github.com/fsnotify/fsnotify.NewWatcher",
                            "github.com/fsnotify/fsnotify.NewBufferedWatcher")),
            new Sort(Signal.OTHER_FDS, "descriptors", fd -> fd.kind() == Descriptor.Kind.OTHER, Set.of()));

    /** What is known of those that grow, beside their number. */
    private record Cause(Optional<Match> match, Optional<Culprit> culprit, String target) {}

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        boolean goWithGoroutines = inquiry.isGrowing(Signal.GOROUTINES);
        for (Sort sort : SORTS) {
            if (inquiry.isGrowing(sort.signal()) && !goWithGoroutines) {
                findings.add(finding(inquiry, sort.signal(), Kind.FD_LEAK, sort.words(), cause(inquiry, sort)));
            }
        }
        if (inquiry.isGrowing(Signal.THREADS)) {
            Series series = inquiry.signals().series(Signal.THREADS);
            Optional<Match> match = inquiry.match(Suspect.threads(series.last(), series.change()));
            findings.add(finding(
                    inquiry, Signal.THREADS, Kind.THREAD_LEAK, "threads", new Cause(match, Optional.empty(), "")));
        }
        return findings;
    }

    /** The descriptors of each sort and the threads, as far as they were counted, whether or not they grow. */
    static List<Suspect> suspects(Inquiry inquiry) {
        List<Suspect> suspects = new ArrayList<>();
        for (Sort sort : SORTS) {
            if (inquiry.signals().has(sort.signal())) {
                Series series = inquiry.signals().series(sort.signal());
                suspects.add(Suspect.descriptors(targets(inquiry, sort.isOf()), series.last(), series.change()));
            }
        }
        if (inquiry.signals().has(Signal.THREADS)) {
            Series series = inquiry.signals().series(Signal.THREADS);
            suspects.add(Suspect.threads(series.last(), series.change()));
        }
        return suspects;
    }

    /** A goroutine that keeps them from being closed, else where they are opened. */
    private static Cause cause(Inquiry inquiry, Sort sort) {
        List<String> targets = targets(inquiry, sort.isOf());
        String target = common(targets);
        for (GoroutineGroup group : inquiry.goroutines().groups()) {
            Optional<Match> match = inquiry.match(Inquiry.suspect(group))
                    .filter(found -> found.signature().kind() == Kind.FD_LEAK);
            if (match.isPresent()) {
                return new Cause(match, Optional.of(inquiry.owners().of(group).toCulprit()), target);
            }
        }
        Series series = inquiry.signals().series(sort.signal());
        return new Cause(
                inquiry.match(Suspect.descriptors(targets, series.last(), series.change())),
                inquiry.owners()
                        .caller(sort.openers())
                        .filter(owner ->
                                inquiry.owners().isOfProgram(owner.frame().function()))
                        .or(() -> inquiry.owners().keeper(""))
                        .map(Owner::toCulprit),
                target);
    }

    private static Finding finding(Inquiry inquiry, Signal signal, Kind kind, String words, Cause why) {
        Series series = inquiry.signals().series(signal);
        Trend trend = inquiry.decision(signal);
        Optional<Signature> signature = why.match().map(Match::signature);
        Words open = new Words()
                .with(Placeholder.COUNT, Quantity.count(series.last()))
                .with(Placeholder.TARGET, why.target())
                .with(Placeholder.RATE, Quantity.count(trend.perMinute()) + " a minute");
        why.culprit().ifPresent(open::with);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(
                words + ": " + Quantity.count(series.first()) + " became " + Quantity.count(series.last()) + " in "
                        + Quantity.time(series.length()) + ", " + GoroutineWords.perMinute(trend.perMinute()),
                series.change(),
                "count",
                "/proc"));
        if (!why.target().isEmpty()) {
            evidence.add(new Evidence("most are open on " + why.target(), series.last(), "count", "/proc/PID/fd"));
        }
        return new Finding(
                signature.map(Signature::kind).orElse(kind),
                signature.map(Signature::severity).orElse(Severity.CRITICAL),
                Confidence.prior()
                        .plus(3)
                        .plusIf(signature.isPresent(), 1.5, "a known defect that looks like this; none does")
                        .plusIf(!why.target().isEmpty(), 1, "what they are open on"),
                signature.map(known -> open.fill(known.words().title())).orElse(words + " are opened and never closed"),
                signature
                        .map(known -> open.fill(known.words().cause()))
                        .orElse("The program opens " + words
                                + (why.target().isEmpty() ? "" : " on " + why.target())
                                + why.culprit()
                                        .map(culprit -> ", most likely in " + culprit.named() + ",")
                                        .orElse("")
                                + " and does not close them."),
                why.culprit(),
                signature.map(Signature::id).orElse(""),
                new Rate(0, trend.perMinute(), OptionalDouble.empty()),
                evidence,
                signature
                        .map(known ->
                                known.words().fix().stream().map(open::fill).toList())
                        .orElse(List.of("close each where it was opened, on every way out: defer f.Close()")));
    }

    private static List<String> targets(Inquiry inquiry, Predicate<Descriptor> isOf) {
        List<Timed<ProcessSnapshot>> processes = inquiry.readings().processes();
        if (processes.isEmpty()) {
            return List.of();
        }
        return processes.get(processes.size() - 1).value().descriptors().stream()
                .filter(isOf)
                .map(descriptor -> descriptor.kind() == Descriptor.Kind.FILE ? descriptor.path() : descriptor.target())
                .toList();
    }

    /** The path, or the directory, that at least half of the targets are in; empty when there is none. */
    static String common(List<String> targets) {
        Map<String, Integer> counts = new HashMap<>();
        for (String target : targets) {
            if (target.startsWith("/")) {
                counts.merge(target, 1, Integer::sum);
                counts.merge(target.substring(0, target.lastIndexOf('/') + 1), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() >= targets.size() && entry.getValue() > 1)
                .max(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
