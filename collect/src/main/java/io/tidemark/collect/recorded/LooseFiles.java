package io.tidemark.collect.recorded;

import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes an observation of files that people have saved: profiles of several kinds, pages of counters, and reports of pprof
 * as text.
 *
 * <p>A profile says when it was taken, and what it is: the types of its samples tell heaps from goroutines. Text says
 * neither; then the files are taken to be in the order of time, and a note says so.
 */
public final class LooseFiles {
    /** Profiles that are at most so far apart belong to one round. */
    private static final Duration ROUND = Duration.ofSeconds(3);

    private static final int MOST_FILES = 10_000;

    private LooseFiles() {}

    /** The observation that files are of. One that can't be read ends it. */
    public static Observation of(List<Path> files) throws IOException {
        List<LooseFile> loose = new ArrayList<>();
        for (Path file : files) {
            loose.add(LooseFile.read(file));
        }
        return observation(loose, name(files));
    }

    /** The observation that the files in a directory are of, without hidden ones and those that are something else. */
    public static Observation directory(Path directory, Consumer<String> notes) throws IOException {
        List<LooseFile> loose = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Path file : list(directory)) {
            try {
                loose.add(LooseFile.read(file));
            } catch (MalformedProfileException e) {
                others.add(file.getFileName() + " (" + e.getMessage() + ")");
            }
        }
        if (loose.isEmpty()) {
            throw new MalformedProfileException(directory + ": no profile in this directory"
                    + (others.isEmpty()
                            ? ""
                            : ": " + String.join(", ", others.subList(0, Math.min(3, others.size())))));
        }
        if (!others.isEmpty()) {
            notes.accept("left out of " + directory + ": " + String.join(", ", others));
        }
        return observation(loose, directory.toString());
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private static String name(List<Path> files) {
        return files.size() == 1 ? files.get(0).toString() : files.get(0) + " and " + (files.size() - 1) + " more";
    }

    private static Observation observation(List<LooseFile> files, String name) {
        List<String> notes = new ArrayList<>();
        List<LooseFile> ordered = new ArrayList<>(files);
        if (files.stream().allMatch(file -> file.time().isPresent())) {
            ordered.sort(Comparator.comparing(file -> file.time().orElse(Instant.EPOCH)));
        } else if (files.size() > 1) {
            notes.add("not all files say when they were taken, so their order is taken for that of time");
        }
        Instant start = ordered.stream()
                .flatMap(file -> file.time().stream())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Capture> captures = new ArrayList<>();
        Set<String> inRound = new HashSet<>();
        Duration began = Duration.ZERO;
        Duration at = Duration.ZERO;
        int round = 0;
        for (LooseFile file : ordered) {
            Duration before = at;
            at = file.time()
                    .map(time -> Duration.between(start, time))
                    .filter(time -> time.compareTo(before) >= 0)
                    .orElse(before);
            if (inRound.contains(file.name()) || at.minus(began).compareTo(ROUND) > 0) {
                round++;
                inRound.clear();
                began = at;
            }
            inRound.add(file.name());
            captures.add(Capture.of(file.name(), round, at, false, file.content()));
        }
        return new Observation(new Target(name, 0, "", "", ""), start, at, captures, notes);
    }
}
