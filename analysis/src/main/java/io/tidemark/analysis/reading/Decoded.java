package io.tidemark.analysis.reading;

import io.tidemark.analysis.memstats.HeapComments;
import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.memstats.MetricsPage;
import io.tidemark.analysis.memstats.VarsPage;
import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.goroutine.GoroutineParents;
import io.tidemark.model.goroutine.GoroutineParents.Parent;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.proc.Descriptor;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStat;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import io.tidemark.model.proc.TcpSocket;
import io.tidemark.model.profile.Profile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipException;

/**
 * The captures of an observation, decoded one by one. What can't be decoded is noted and left out.
 *
 * <p>Numbers are of the time right after a collection when their own capture forced one, or an earlier one of the same
 * round did.
 */
final class Decoded {
    /** A way to decode a capture. */
    private interface Decoder<T> {
        T decode(Capture capture) throws IOException;
    }

    private static final String PROFILES = "debug/pprof/";
    private static final byte[] HEAP_TEXT = "heap profile: ".getBytes(StandardCharsets.US_ASCII);

    private final Notes notes;
    private final Map<String, List<Timed<Profile>>> profiles = new HashMap<>();
    final List<Timed<VarsPage>> vars = new ArrayList<>();
    final List<Timed<MetricsPage>> metrics = new ArrayList<>();
    final List<Timed<MemStats>> heapComments = new ArrayList<>();
    final List<Timed<List<Parent>>> parents = new ArrayList<>();
    final List<Timed<Settings>> settings = new ArrayList<>();
    final List<Timed<ProcessSnapshot>> processes = new ArrayList<>();
    final List<Timed<CgroupMemory>> cgroups = new ArrayList<>();

    private Decoded(Notes notes) {
        this.notes = notes;
    }

    /** All captures of an observation. */
    static Decoded of(Observation observation, Notes notes) {
        Decoded decoded = new Decoded(notes);
        Map<Integer, List<Capture>> rounds = new LinkedHashMap<>();
        for (Capture capture : observation.captures()) {
            if (capture.isFailed() && capture.at().compareTo(observation.length()) > 0) {
                continue; // after the last answer; a note of the observation says why it was the last
            }
            if (capture.isFailed()) {
                notes.problem(capture.name(), capture.problem());
            } else {
                rounds.computeIfAbsent(capture.round(), round -> new ArrayList<>())
                        .add(capture);
            }
        }
        rounds.values().forEach(decoded::round);
        notes.forget(CaptureName.GOROUTINE_LEAK); // most programs do not have it
        if (!decoded.memStats().isEmpty()) {
            // One of them is enough; a page that is there and broken is worth a note.
            for (String page : List.of(CaptureName.VARS, CaptureName.METRICS, CaptureName.HEAP_TEXT)) {
                boolean isThere = observation.captures(page).findAny().isPresent();
                if (!isThere) {
                    notes.forget(page);
                }
            }
        }
        return decoded;
    }

    /** What is of a round, or later. */
    Decoded from(int round) {
        Decoded later = new Decoded(notes);
        profiles.forEach((name, all) -> later.profiles.put(name, from(all, round)));
        later.vars.addAll(from(vars, round));
        later.metrics.addAll(from(metrics, round));
        later.parents.addAll(from(parents, round));
        later.settings.addAll(settings); // taken once
        later.heapComments.addAll(from(heapComments, round));
        later.processes.addAll(from(processes, round));
        later.cgroups.addAll(from(cgroups, round));
        return later;
    }

    private static <T> List<Timed<T>> from(List<Timed<T>> all, int round) {
        return all.stream().filter(timed -> timed.round() >= round).toList();
    }

    /** Go's numbers from the source that has most of them: variables, else metrics, else comments in heap profiles. */
    List<Timed<MemStats>> memStats() {
        List<Timed<MemStats>> best = List.of();
        for (List<Timed<MemStats>> source : List.of(
                vars.stream().map(page -> page.with(page.value().memStats())).toList(),
                metrics.stream().map(page -> page.with(page.value().memStats())).toList(),
                heapComments)) {
            List<Timed<MemStats>> known =
                    source.stream().filter(stats -> !stats.value().isEmpty()).toList();
            best = known.size() > best.size() ? known : best;
        }
        return best;
    }

    /** The profiles of a name that could be read. */
    List<Timed<Profile>> profiles(String name) {
        return profiles.getOrDefault(name, List.of());
    }

    /** The heap profiles that are of Go. */
    List<Timed<Profile>> heaps() {
        return profiles(CaptureName.HEAP).stream()
                .filter(heap -> inUse(heap.value()).isPresent())
                .toList();
    }

    /** The bytes that a heap profile says are in use. */
    static OptionalDouble inUse(Profile heap) {
        for (int i = 0; i < heap.sampleTypes().size(); i++) {
            if (heap.sampleTypes().get(i).type().equals("inuse_space")) {
                return OptionalDouble.of((double) heap.sums()[i]);
            }
        }
        return OptionalDouble.empty();
    }

    private void round(List<Capture> captures) {
        boolean isCollected = false;
        Map<String, Capture> proc = new LinkedHashMap<>();
        Map<String, Capture> cgroup = new LinkedHashMap<>();
        for (Capture capture : captures) {
            isCollected |= capture.isCollected();
            String name = capture.name();
            if (name.equals(CaptureName.PROC_ENVIRON)) {
                decode(capture, Content::text)
                        .ifPresent(text -> settings.add(timed(capture, false, Settings.parse(text))));
            } else if (name.startsWith(CaptureName.PROC)) {
                proc.putIfAbsent(name, capture);
            } else if (name.startsWith(CaptureName.CGROUP)) {
                cgroup.putIfAbsent(name, capture);
            } else {
                page(capture, isCollected);
            }
        }
        if (!proc.isEmpty()) {
            processes.add(timed(proc.values().iterator().next(), false, process(proc)));
        }
        if (!cgroup.isEmpty()) {
            Capture first = cgroup.values().iterator().next();
            decode(first, capture -> cgroup(cgroup)).ifPresent(memory -> cgroups.add(timed(first, false, memory)));
        }
    }

    private void page(Capture capture, boolean isCollected) {
        switch (capture.name()) {
            case CaptureName.VARS ->
                decode(capture, Decoded::vars).ifPresent(page -> vars.add(timed(capture, isCollected, page)));
            case CaptureName.METRICS ->
                decode(capture, Decoded::metrics).ifPresent(page -> {
                    metrics.add(timed(capture, isCollected, page));
                    if (!page.problem().isEmpty()) {
                        notes.problem(capture.name(), page.problem());
                    }
                });
            case CaptureName.HEAP_TEXT ->
                decode(capture, Decoded::heapComments)
                        .ifPresent(stats -> heapComments.add(timed(capture, isCollected, stats)));
            case CaptureName.CMDLINE -> {} // the target has it
            default -> {
                if (capture.name().startsWith(PROFILES)) {
                    profile(capture);
                }
            }
        }
    }

    private void profile(Capture capture) {
        Optional<Profile> profile = decode(capture, Content::profile);
        profile.ifPresent(value -> profiles.computeIfAbsent(capture.name(), name -> new ArrayList<>())
                .add(timed(capture, capture.isCollected(), value)));
        if (profile.isPresent() && capture.name().equals(CaptureName.HEAP)) {
            decode(capture, Decoded::heapComments)
                    .filter(stats -> !stats.isEmpty())
                    .ifPresent(stats -> heapComments.add(timed(capture, capture.isCollected(), stats)));
        }
        if (profile.isPresent() && capture.name().equals(CaptureName.GOROUTINE_DUMP)) {
            decode(capture, Decoded::parents).ifPresent(value -> parents.add(timed(capture, false, value)));
        }
    }

    private static List<Parent> parents(Capture capture) throws IOException {
        try (InputStream in = Content.open(capture)) {
            return GoroutineParents.read(in, Content.limits());
        }
    }

    private static VarsPage vars(Capture capture) throws IOException {
        try (InputStream in = Content.open(capture)) {
            return VarsPage.read(in);
        }
    }

    private static MetricsPage metrics(Capture capture) throws IOException {
        try (InputStream in = Content.open(capture)) {
            return MetricsPage.read(in);
        }
    }

    private static MemStats heapComments(Capture capture) throws IOException {
        try (InputStream in = Content.open(capture)) {
            boolean isText = Arrays.equals(in.readNBytes(HEAP_TEXT.length), HEAP_TEXT);
            return isText ? HeapComments.read(in, Content.limits()) : MemStats.EMPTY;
        }
    }

    private ProcessSnapshot process(Map<String, Capture> files) {
        List<Descriptor> descriptors =
                read(files, CaptureName.PROC_FD, Descriptor::parse).orElse(List.of());
        List<TcpSocket> sockets = new ArrayList<>();
        read(files, CaptureName.PROC_TCP, TcpSocket::parse).ifPresent(sockets::addAll);
        read(files, CaptureName.PROC_TCP6, TcpSocket::parse).ifPresent(sockets::addAll);
        return new ProcessSnapshot(
                read(files, CaptureName.PROC_STATUS, ProcessStatus::parse),
                read(files, CaptureName.PROC_STAT, ProcessStat::parse),
                read(files, CaptureName.PROC_SMAPS_ROLLUP, SmapsRollup::parse),
                files.containsKey(CaptureName.PROC_FD),
                descriptors,
                sockets,
                read(files, CaptureName.PROC_OTHERS, OtherProcess::parse));
    }

    /** A parser of a text. */
    private interface Parser<T> {
        T parse(String text) throws IOException;
    }

    private <T> Optional<T> read(Map<String, Capture> files, String name, Parser<T> parser) {
        Capture capture = files.get(name);
        return capture == null ? Optional.empty() : decode(capture, file -> parser.parse(Content.text(file)));
    }

    private static CgroupMemory cgroup(Map<String, Capture> captures) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (Capture capture : captures.values()) {
            files.put(capture.name().substring(CaptureName.CGROUP.length()), Content.text(capture));
        }
        return CgroupMemory.parse(files);
    }

    private <T> Optional<T> decode(Capture capture, Decoder<T> decoder) {
        try {
            return Optional.of(decoder.decode(capture));
        } catch (EOFException | ZipException e) {
            notes.problem(capture.name(), "cut off, or damaged on its way (" + capture + ")");
        } catch (IOException e) {
            notes.problem(capture.name(), e.getMessage() + " (" + capture + ")");
        }
        return Optional.empty();
    }

    private static <T> Timed<T> timed(Capture capture, boolean isCollected, T value) {
        return new Timed<>(capture.at().toNanos() / 1e9, capture.round(), isCollected, value);
    }
}
