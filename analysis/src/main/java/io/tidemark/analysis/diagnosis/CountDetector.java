package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.Trend;
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
import java.util.function.Predicate;

/**
 * Descriptors and threads that become ever more without goroutines that become more with them; with goroutines they are
 * part of what {@link GoroutineDetector} finds.
 */
final class CountDetector implements Detector {
    private record Sort(Signal signal, String words, Predicate<Descriptor> isOf) {}

    private static final List<Sort> SORTS = List.of(
            new Sort(Signal.FILE_FDS, "open files", fd -> fd.kind() == Descriptor.Kind.FILE),
            new Sort(Signal.SOCKET_FDS, "sockets", fd -> fd.kind() == Descriptor.Kind.SOCKET),
            new Sort(Signal.PIPE_FDS, "pipes", fd -> fd.kind() == Descriptor.Kind.PIPE),
            new Sort(Signal.INOTIFY_FDS, "watches of files", fd -> fd.kind() == Descriptor.Kind.INOTIFY),
            new Sort(Signal.OTHER_FDS, "descriptors", fd -> fd.kind() == Descriptor.Kind.OTHER));

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        boolean goWithGoroutines = inquiry.isGrowing(Signal.GOROUTINES);
        for (Sort sort : SORTS) {
            if (inquiry.isGrowing(sort.signal()) && !goWithGoroutines) {
                List<String> targets = targets(inquiry, sort.isOf());
                Series series = inquiry.signals().series(sort.signal());
                findings.add(finding(
                        inquiry,
                        sort.signal(),
                        Kind.FD_LEAK,
                        sort.words(),
                        Suspect.descriptors(targets, series.last(), series.change()),
                        common(targets)));
            }
        }
        if (inquiry.isGrowing(Signal.THREADS)) {
            Series series = inquiry.signals().series(Signal.THREADS);
            findings.add(finding(
                    inquiry,
                    Signal.THREADS,
                    Kind.THREAD_LEAK,
                    "threads",
                    Suspect.threads(series.last(), series.change()),
                    ""));
        }
        return findings;
    }

    private static Finding finding(
            Inquiry inquiry, Signal signal, Kind kind, String words, Suspect suspect, String target) {
        Series series = inquiry.signals().series(signal);
        Trend trend = inquiry.decision(signal);
        Optional<Match> match = inquiry.match(suspect);
        Optional<Signature> signature = match.map(Match::signature);
        Words open = new Words()
                .with(Placeholder.COUNT, Quantity.count(series.last()))
                .with(Placeholder.TARGET, target)
                .with(Placeholder.RATE, Quantity.count(trend.perMinute()) + " a minute");
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(
                words + ": " + Quantity.count(series.first()) + " became " + Quantity.count(series.last()) + " in "
                        + Quantity.time(series.length()) + ", " + GoroutineDetector.perMinute(trend.perMinute()),
                series.change(),
                "count",
                "/proc"));
        if (!target.isEmpty()) {
            evidence.add(new Evidence("most are open on " + target, series.last(), "count", "/proc/PID/fd"));
        }
        return new Finding(
                signature.map(Signature::kind).orElse(kind),
                signature.map(Signature::severity).orElse(Severity.CRITICAL),
                Confidence.prior()
                        .plus(3)
                        .plusIf(match.isPresent(), 1.5, "a known defect that looks like this; none does")
                        .plusIf(!target.isEmpty(), 1, "what they are open on"),
                signature.map(known -> open.fill(known.words().title())).orElse(words + " are opened and never closed"),
                signature
                        .map(known -> open.fill(known.words().cause()))
                        .orElse("The program opens " + words + (target.isEmpty() ? "" : " on " + target)
                                + " and does not close them."),
                Optional.empty(),
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
