package io.tidemark.collect.fetch;

import io.tidemark.collect.compression.Compression;
import io.tidemark.collect.compression.HeadInput;
import io.tidemark.collect.compression.ReadAhead;
import io.tidemark.collect.jfr.JfrReader;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a profile of bytes, however they are compressed: of the formats that are read as they arrive, and of recordings,
 * for which a library or a tool wants a file.
 */
final class Formats {
    private static final int MAGIC_SIZE = 8;

    private final FetchOptions options;
    private final boolean isReadAhead;

    /**
     * Makes a reader.
     *
     * @param isReadAhead whether large inputs are inflated on a thread of their own, as is good where a core is free
     */
    Formats(FetchOptions options, boolean isReadAhead) {
        this.options = options;
        this.isReadAhead = isReadAhead;
    }

    /** What only files can be read of. */
    private enum Recording {
        JFR(JfrReader.MAGIC),
        PERF(PerfData.MAGIC);

        private final String magic; // a character a byte

        Recording(String magic) {
            this.magic = magic;
        }

        static Optional<Recording> of(byte[] head) {
            String start = new String(head, StandardCharsets.ISO_8859_1);
            for (Recording recording : values()) {
                if (start.startsWith(recording.magic)) {
                    return Optional.of(recording);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether something decompressed is what {@link #read} reads; this reads as much of it as it takes to tell. */
    static boolean isProfile(InputStream in) throws IOException {
        HeadInput bytes = new HeadInput(in, MAGIC_SIZE);
        return Recording.of(bytes.head()).isPresent() || ProfileFormats.isProfile(bytes);
    }

    /**
     * Reads a profile to the end of a stream, and closes it.
     *
     * @param file what the stream reads, where that is a file; it may be opened again
     */
    Profile read(InputStream in, Optional<Path> file) throws IOException {
        InputStream outermost = in;
        try {
            HeadInput raw = new HeadInput(in, MAGIC_SIZE);
            Optional<Recording> uncompressed = Recording.of(raw.head());
            if (uncompressed.isPresent() && file.filter(Files::isRegularFile).isPresent()) {
                return read(uncompressed.get(), file.get());
            }
            outermost = Compression.unwrap(raw, options.limits());
            if (isReadAhead) {
                outermost = new ReadAhead(outermost);
            }
            return readPlain(new HeadInput(outermost, MAGIC_SIZE));
        } finally {
            outermost.close();
        }
    }

    private Profile readPlain(HeadInput in) throws IOException {
        Limits limits = options.limits();
        Optional<Recording> recording = Recording.of(in.head());
        if (recording.isEmpty()) {
            return ProfileFormats.read(in, limits, options.comments());
        }
        try (Spool spool = Spool.inFile(in, limits, ".recording")) {
            return read(recording.get(), spool.file());
        }
    }

    private Profile read(Recording recording, Path file) throws IOException {
        return switch (recording) {
            case JFR -> JfrReader.read(file, options.limits());
            case PERF -> perf(file);
        };
    }

    private Profile perf(Path recording) throws IOException {
        try (Spool converted = Spool.inFile(InputStream.nullInputStream(), options.limits(), ".pb.gz")) {
            new PerfData(Tools.onPath(options.environment())).convert(recording, converted.file());
            try (InputStream in = Compression.unwrap(converted.read(), options.limits())) {
                return ProfileFormats.read(in, options.limits(), options.comments());
            }
        }
    }
}
