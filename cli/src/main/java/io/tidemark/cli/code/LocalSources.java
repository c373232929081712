package io.tidemark.cli.code;

import io.tidemark.analysis.source.SourceFiles;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The source files of this machine. */
public final class LocalSources implements SourceFiles {
    /** Go's scanner holds lines in a buffer of this size, and pprof stops at one that does not fit. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final int LARGEST_FILE = 1 << 26;

    private final Map<String, String> environment;

    /**
     * The source files of this machine.
     *
     * @param environment the environment of this process, which says where Go keeps sources
     */
    public LocalSources(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The directory as the shell knows it, which may have symbolic links in it. */
    @Override
    public String workingDirectory() {
        Path here = Path.of("").toAbsolutePath();
        String shell = environment.getOrDefault("PWD", "");
        try {
            if (shell.startsWith("/") && Files.isSameFile(Path.of(shell), here)) {
                return shell;
            }
        } catch (IOException | InvalidPathException e) {
            // The shell has moved on.
        }
        return here.toString();
    }

    /** Go's module cache, whose files name their version, and GOROOT where it is set. */
    @Override
    public List<String> libraries() {
        List<String> directories = new ArrayList<>();
        String modules = environment.getOrDefault("GOMODCACHE", "");
        String path = environment.getOrDefault("GOPATH", environment.getOrDefault("HOME", "") + "/go");
        directories.add(modules.isEmpty() ? path.split(":", -1)[0] + "/pkg/mod" : modules);
        String root = environment.getOrDefault("GOROOT", "");
        if (!root.isEmpty()) {
            directories.add(root + "/src");
        }
        return directories;
    }

    @Override
    public List<String> lines(String path) throws IOException {
        Path file;
        try {
            file = Path.of(path);
        } catch (InvalidPathException e) {
            throw new IOException("open " + path + ": invalid argument", e);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return List.of(); // a directory has no lines; what else there is might never end
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException("open " + path + ": file too large");
            }
            return lines(bytes);
        } catch (FileSystemException e) {
            throw new IOException("open " + path + ": " + reason(e), e);
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException || e.getReason() == null) {
            return "permission denied";
        }
        return e.getReason().toLowerCase(Locale.ROOT);
    }

    /** The lines, without their ends; a line that is too long ends the file. */
    static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end - start >= LONGEST_LINE) {
                break;
            }
            boolean hasReturn = end > start && bytes[end - 1] == '\r';
            lines.add(Utf8.decode(bytes, start, end - start - (hasReturn ? 1 : 0)));
            start = end + 1;
        }
        return lines;
    }
}
