package io.tidemark.collect.fetch;

import io.tidemark.collect.compression.LimitedInput;
import io.tidemark.model.profile.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are kept for later: in memory as long as they are few, else in a temporary file, which goes away when this is
 * closed, and with the process when it is interrupted.
 */
final class Spool implements AutoCloseable {
    /** The most bytes in memory; with {@link Fetcher}'s most downloads at once that is 32 MiB. */
    static final int IN_MEMORY = 1 << 18;

    private final byte[] start;
    private final @Nullable Path file;

    private Spool(byte[] start, @Nullable Path file) {
        this.start = start;
        this.file = file;
    }

    /** Reads a stream to its end, and closes it. */
    static Spool of(InputStream in, Limits limits) throws IOException {
        try (InputStream bytes = new LimitedInput(in, limits.maxBytes())) {
            byte[] start = bytes.readNBytes(IN_MEMORY);
            return start.length < IN_MEMORY ? new Spool(start, null) : inFile(start, bytes, "");
        }
    }

    /** Reads a stream to its end into a file, and closes it. */
    static Spool inFile(InputStream in, Limits limits, String suffix) throws IOException {
        try (InputStream bytes = new LimitedInput(in, limits.maxBytes())) {
            return inFile(new byte[0], bytes, suffix);
        }
    }

    private static Spool inFile(byte[] start, InputStream rest, String suffix) throws IOException {
        Path file = Files.createTempFile("tidemark-", suffix);
        file.toFile().deleteOnExit();
        Spool spool = new Spool(new byte[0], file);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            rest.transferTo(out);
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
        return spool;
    }

    InputStream read() throws IOException {
        return file == null ? new ByteArrayInputStream(start) : Files.newInputStream(file);
    }

    /** The file, where the bytes are in one. */
    Path file() {
        if (file == null) {
            throw new IllegalStateException("in memory");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
