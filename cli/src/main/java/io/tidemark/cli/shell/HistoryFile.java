package io.tidemark.cli.shell;

import io.tidemark.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps what was typed: {@code tidemark/pprof.history} in the directory for the state of programs, which the
 * user alone can read.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
 */
final class HistoryFile {
    private HistoryFile() {}

    /** The file, made when it was not there; null where none can be kept. */
    static @Nullable Path prepare(Console console) {
        try {
            Path directory = directory(console);
            if (directory == null) {
                return null;
            }
            Files.createDirectories(directory, permissions("rwx------"));
            Path file = directory.resolve("pprof.history");
            if (!Files.exists(file)) {
                Files.createFile(file, permissions("rw-------"));
            }
            return Files.isReadable(file) && Files.isWritable(file) ? file : null;
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            return null; // the shell works without
        }
    }

    private static @Nullable Path directory(Console console) {
        String state = console.environment("XDG_STATE_HOME");
        if (state.startsWith("/")) {
            return Path.of(state, "tidemark");
        }
        String home = console.environment("HOME");
        return home.isEmpty() ? null : Path.of(home, ".local", "state", "tidemark");
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
