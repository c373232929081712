package io.tidemark.collect.recorded;

import io.tidemark.collect.bundle.Bundle;
import io.tidemark.collect.bundle.BundleWriter;
import io.tidemark.collect.http.Address;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells targets that are to be observed from observations that were made before. */
public final class Observations {
    private Observations() {}

    /** What arguments stand for. */
    public sealed interface Opened {}

    /** Targets to observe. */
    public record Live(List<TargetAddress> targets) implements Opened {
        public Live {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Observations that were made before.
     *
     * @param notes sentences for the user: what was left out
     */
    public record Past(List<Observation> observations, List<String> notes) implements Opened {
        public Past {
            observations = List.copyOf(observations);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Opens arguments: URLs, or bundles, or directories and files of profiles. All loose files together are one
     * observation; each directory is one of its own, and so is each target of a bundle.
     *
     * @throws IllegalArgumentException when the arguments can't be meant so; the message is a sentence
     * @throws IOException when a file can't be read, or isn't what it seems
     */
    public static Opened open(List<String> arguments) throws IOException {
        List<TargetAddress> targets = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            Optional<Path> file = existing(argument);
            if (file.isPresent()) {
                files.add(file.get());
            } else {
                targets.add(target(argument));
            }
        }
        if (targets.isEmpty()) {
            return past(files);
        }
        if (!files.isEmpty()) {
            throw new IllegalArgumentException("both running targets and files (" + targets.get(0) + ", " + files.get(0)
                    + "; expected only one of the two)");
        }
        return new Live(targets);
    }

    /** The target that an argument which is no file stands for. */
    private static TargetAddress target(String argument) {
        boolean hasHost = argument.contains("://") || argument.matches("[^/?#]*:\\d{1,5}([/?#].*)?");
        if (hasHost && !argument.startsWith("file:")) {
            return TargetAddress.parse(argument);
        }
        boolean isUnfinished = existing(argument + BundleWriter.UNFINISHED).isPresent();
        throw new IllegalArgumentException(Address.withoutUser(argument)
                + (isUnfinished
                        ? ": not finished; what is there of it is in " + argument + BundleWriter.UNFINISHED
                        : ": no such file, and not an address such as HOST:PORT"));
    }

    private static Opened past(List<Path> files) throws IOException {
        List<Observation> observations = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Path> loose = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                observations.add(LooseFiles.directory(file, notes::add));
            } else if (Bundle.isBundle(file)) {
                observations.addAll(Bundle.read(file));
            } else {
                loose.add(file);
            }
        }
        if (!loose.isEmpty()) {
            observations.add(LooseFiles.of(loose));
        }
        return new Past(observations, notes);
    }

    private static Optional<Path> existing(String argument) {
        try {
            return Optional.of(argument)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
