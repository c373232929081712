package io.tidemark.collect.recorded;

import io.tidemark.collect.compression.Compression;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.legacy.LegacyFormat;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file that somebody saved, and what it is. What is a profile in another format than profile.proto is brought into it. */
final class LooseFile {
    private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(1L << 30);
    private static final int HEAD = 4096;

    private final String name;
    private final Optional<Instant> time;
    private final byte[] content;

    private LooseFile(String name, Optional<Instant> time, byte[] content) {
        this.name = name;
        this.time = time;
        this.content = content;
    }

    /** The name of its capture. */
    String name() {
        return name;
    }

    /** When it was taken, if it says so. */
    Optional<Instant> time() {
        return time;
    }

    byte[] content() {
        return content;
    }

    /**
     * Reads a file.
     *
     * @throws MalformedProfileException when it is nothing that is known
     */
    static LooseFile read(Path file) throws IOException {
        try {
            byte[] plain;
            try (InputStream in = Compression.unwrap(Files.newInputStream(file), LIMITS)) {
                plain = in.readAllBytes();
            }
            return of(plain, String.valueOf(file.getFileName()));
        } catch (MalformedProfileException e) {
            throw new MalformedProfileException(file + ": " + e.getMessage(), e);
        }
    }

    private static LooseFile of(byte[] plain, String fileName) throws IOException {
        String head = new String(plain, 0, Math.min(plain.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("{") && new String(plain, StandardCharsets.ISO_8859_1).contains("\"memstats\"")) {
            return new LooseFile(CaptureName.VARS, Optional.empty(), plain);
        }
        if (head.startsWith("# HELP ") || head.startsWith("# TYPE ")) {
            return new LooseFile(CaptureName.METRICS, Optional.empty(), plain);
        }
        if (head.startsWith("goroutine ") && !head.startsWith("goroutine profile:")) {
            ProfileFormats.read(new ByteArrayInputStream(plain), LIMITS); // or it is none
            return new LooseFile(CaptureName.GOROUTINE_DUMP, Optional.empty(), plain);
        }
        Profile profile = Pasted.withItsType(
                ProfileFormats.read(new ByteArrayInputStream(plain), LIMITS, LegacyFormat.Comments.READ), head);
        long nanos = profile.header().timeNanos();
        Optional<Instant> time = nanos == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
        boolean isText = head.startsWith("heap profile: "); // and its last lines are memstats
        return new LooseFile(kind(profile, fileName), time, isText ? plain : proto(profile));
    }

    private static byte[] proto(Profile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProfileProtoWriter.writeUncompressed(profile, bytes);
        return bytes.toByteArray();
    }

    /** What a profile is of, by the types of its samples; the name of the file decides what these leave open. */
    private static String kind(Profile profile, String fileName) throws MalformedProfileException {
        List<String> types = profile.sampleTypes().stream().map(ValueType::type).collect(Collectors.toList());
        String file = fileName.toLowerCase(Locale.ROOT);
        if (types.contains("inuse_space") || types.contains("inuse_objects")) {
            boolean isAllocs = profile.header().defaultSampleType().equals("alloc_space");
            return isAllocs ? CaptureName.ALLOCS : CaptureName.HEAP;
        }
        if (types.contains("alloc_space") || types.contains("alloc_objects")) {
            return CaptureName.ALLOCS;
        }
        if (types.contains("goroutineleak")) {
            return CaptureName.GOROUTINE_LEAK;
        }
        if (types.contains("goroutine") || types.contains("goroutines")) {
            return CaptureName.GOROUTINES;
        }
        if (types.contains("threadcreate")) {
            return CaptureName.THREADCREATE;
        }
        if (types.contains("contentions") || types.contains("delay")) {
            return file.contains("mutex") ? CaptureName.MUTEX : CaptureName.BLOCK;
        }
        if (types.contains("cpu")) {
            return CaptureName.CPU;
        }
        if (file.contains("goroutine")) {
            return CaptureName.GOROUTINES;
        }
        throw new MalformedProfileException("a profile of " + String.join(", ", types)
                + " (expected one of the heap, of allocations, of goroutines, or another of Go's)");
    }
}
