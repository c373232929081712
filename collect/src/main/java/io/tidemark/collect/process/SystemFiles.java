package io.tidemark.collect.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Where {@code /proc} and {@code /sys} are. */
public record SystemFiles(Path proc, Path sys) {
    /** Those of this machine. */
    public static final SystemFiles LIVE = new SystemFiles(Path.of("/proc"), Path.of("/sys"));

    private static final int MAX_BYTES = 16 << 20;

    /** The place of a file that the machine knows under an absolute path. */
    Path at(String path) {
        if (path.equals("/sys") || path.startsWith("/sys/")) {
            return sys.resolve(path.substring(Math.min(path.length(), 5)));
        }
        return Path.of(path);
    }

    /** The directory of a process. */
    Path process(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    /**
     * The bytes of a file.
     *
     * @throws IOException whose message is a sentence
     */
    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES) {
                throw new IOException(file + ": more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw sentence(file, e);
        }
    }

    static List<String> lines(Path file) throws IOException {
        return new String(read(file), StandardCharsets.ISO_8859_1).lines().toList();
    }

    /** Java's own messages of such failures often are a path alone. */
    static IOException sentence(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (e instanceof AccessDeniedException) {
            return new IOException(file + ": permission denied (run as the user of the process, or as root)", e);
        }
        if (e instanceof FileSystemException file2 && file2.getReason() != null) {
            return new IOException(file + ": " + file2.getReason(), e);
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("No such process")
                ? new NoSuchFileException(file.toString(), null, "no such process")
                : new IOException(message.startsWith(file.toString()) ? message : file + ": " + message, e);
    }
}
