package io.tidemark.collect.fetch;

import io.tidemark.collect.compression.Compression;
import io.tidemark.collect.fetch.Source.LocalFile;
import io.tidemark.collect.fetch.Source.Unusable;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources that arguments stand for: one each, but a directory stands for every profile in it. */
final class Sources {
    private static final int NAMED = 3; // of the files that are left out

    private final FetchOptions options;
    private final FetchListener listener;

    Sources(FetchOptions options, FetchListener listener) {
        this.options = options;
        this.listener = listener;
    }

    List<Source> of(List<String> arguments) {
        List<Source> sources = new ArrayList<>();
        for (String argument : arguments) {
            Source source = Source.of(argument, options);
            if (source instanceof LocalFile file && Files.isDirectory(file.path())) {
                sources.addAll(directory(file));
            } else {
                sources.add(source);
            }
        }
        return sources;
    }

    /** The profiles in a directory, by name, without those of directories below and without hidden files. */
    private List<Source> directory(LocalFile directory) {
        List<Source> profiles = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory.path())) {
            for (Path entry : entries.sorted().toList()) {
                if (isProfile(entry)) {
                    profiles.add(new LocalFile(entry));
                } else if (!Files.isHidden(entry)) {
                    others.add(String.valueOf(entry.getFileName()));
                }
            }
        } catch (IOException e) {
            return List.of(new Unusable(directory.name(), Reason.of(e)));
        }
        if (profiles.isEmpty()) {
            String found = others.isEmpty() ? "it is empty" : "only " + enumerate(others);
            return List.of(new Unusable(directory.name(), "no profile in this directory: " + found));
        }
        if (!others.isEmpty()) {
            listener.noted("Left out of " + directory.name() + ", as no profiles: " + enumerate(others));
        }
        return profiles;
    }

    private static String enumerate(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(names.size(), NAMED)))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Whether a file starts like a profile; one that can't be read well enough to tell is left for the error it gives. */
    private boolean isProfile(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.isHidden(file)) {
            return false;
        }
        Limits limits = options.limits();
        try (InputStream in = Compression.unwrap(Files.newInputStream(file), limits)) {
            return Formats.isProfile(in);
        } catch (MalformedProfileException e) {
            return true;
        }
    }
}
