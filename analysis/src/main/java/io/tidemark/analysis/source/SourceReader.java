package io.tidemark.analysis.source;

import io.tidemark.analysis.report.ReportOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of the files that a profile names, each file searched and read once.
 *
 * <p>A relative path, or one that {@link ReportOptions.Paths#trim} made relative, is looked for in each directory of the search
 * path and in all directories above it; an absolute one must be there as it is. What is not found so is looked for in the
 * libraries.
 */
public final class SourceReader {
    private final SourceFiles files;
    private final ReportOptions.Paths paths;
    private final Map<String, Source> sources = new HashMap<>();

    private record Source(List<String> lines, Optional<String> error) {}

    /** A reader that searches where the paths say, and in the working directory when they say nothing. */
    public SourceReader(SourceFiles files, ReportOptions.Paths paths) {
        this.files = files;
        this.paths = paths.sourcePath().isEmpty()
                ? new ReportOptions.Paths(files.workingDirectory(), paths.trimPath())
                : paths;
    }

    /** A line of a file, counted from 1; empty when the file has no such line or can't be read. */
    public Optional<String> line(String path, long number) {
        List<String> lines = source(path).lines();
        return number < 1 || number > lines.size() ? Optional.empty() : Optional.of(lines.get((int) number - 1));
    }

    /** Why a file can't be read, in words for the user. */
    public Optional<String> error(String path) {
        return source(path).error();
    }

    private Source source(String path) {
        return sources.computeIfAbsent(path, this::find);
    }

    private Source find(String path) {
        String trimmed = paths.trim(path);
        boolean isAbsolute = SourcePath.isAbsolute(trimmed);
        Optional<Source> found = Optional.empty();
        String error = "could not find file " + trimmed + " on path " + paths.sourcePath();
        if (isAbsolute) {
            try {
                found = Optional.of(new Source(files.lines(trimmed), Optional.empty()));
            } catch (IOException e) {
                error = String.valueOf(e.getMessage());
            }
        } else {
            found = search(trimmed);
        }
        String because = error;
        return found.or(() -> searchLibraries(trimmed)).orElseGet(() -> new Source(List.of(), Optional.of(because)));
    }

    private Optional<Source> search(String path) {
        for (String start : SourcePath.split(paths.sourcePath())) {
            String directory = start;
            while (true) {
                Optional<Source> found = read(SourcePath.join(directory, path));
                String parent = SourcePath.parent(directory);
                if (found.isPresent()) {
                    return found;
                } else if (parent.equals(directory)) {
                    break;
                }
                directory = parent;
            }
        }
        return Optional.empty();
    }

    private Optional<Source> searchLibraries(String path) {
        for (String directory : files.libraries()) {
            Optional<Source> found =
                    SourcePath.inLibrary(path).flatMap(inLibrary -> read(SourcePath.join(directory, inLibrary)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Source> read(String path) {
        try {
            return Optional.of(new Source(files.lines(path), Optional.empty()));
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
