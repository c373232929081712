package io.tidemark.analysis.source;

import io.tidemark.analysis.graph.SlashPath;
import java.util.List;
import java.util.Optional;

/** Paths of source files, which are text with slashes on every machine. */
final class SourcePath {
    private static final String MODULE_CACHE = "/pkg/mod/";

    private SourcePath() {}

    /**
     * The path of a library's file in the directory that holds libraries, or nothing when it can't be in one.
     *
     * <p>{@code /home/ci/go/pkg/mod/github.com/a/b@v1.2.3/c.go} lies in Go's module cache, and so does {@code
     * github.com/A/b@v1.2.3/c.go} of a build that trimmed its paths, where the cache has {@code !a} for {@code A}.
     */
    static Optional<String> inLibrary(String path) {
        if (!isAbsolute(path)) {
            return Optional.of(path.contains("@") ? escapeCapitals(path) : path);
        }
        int at = path.indexOf(MODULE_CACHE);
        return at < 0 ? Optional.empty() : Optional.of(path.substring(at + MODULE_CACHE.length()));
    }

    private static String escapeCapitals(String path) {
        int module = path.indexOf('@');
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isCapital = c >= 'A' && c <= 'Z' && i < module;
            escaped.append(isCapital ? "!" + Character.toLowerCase(c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    /** The directories of a search path; none of an empty one. */
    static List<String> split(String searchPath) {
        return searchPath.isEmpty() ? List.of() : List.of(searchPath.split(":", -1));
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /** A path in a directory. */
    static String join(String directory, String path) {
        if (directory.isEmpty() && path.isEmpty()) {
            return "";
        }
        return SlashPath.clean(directory.isEmpty() ? path : directory + "/" + path);
    }

    /** The directory that a path is in; that of the root is the root, that of a name is {@code .}. */
    static String parent(String path) {
        return SlashPath.clean(path.substring(0, path.lastIndexOf('/') + 1));
    }
}
