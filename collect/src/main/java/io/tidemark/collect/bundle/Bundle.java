package io.tidemark.collect.bundle;

import io.tidemark.model.observation.Observation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of observations. */
public final class Bundle {
    private static final String MAGIC = "PK\u0003\u0004"; // of the first entry

    private Bundle() {}

    /**
     * Reads a bundle, also one that was not finished.
     *
     * @return an observation for each target, at least one
     * @throws MalformedBundleException when it is none, broken, or too large
     */
    public static List<Observation> read(Path file) throws IOException {
        return read(file, BundleLimits.DEFAULT);
    }

    /** Reads a bundle within limits. */
    public static List<Observation> read(Path file, BundleLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, limits);
        } catch (MalformedBundleException e) {
            throw new MalformedBundleException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a bundle from a stream within limits. */
    public static List<Observation> read(InputStream in, BundleLimits limits) throws IOException {
        return new BundleReader(limits).read(new BufferedInputStream(in, 1 << 16));
    }

    /** Whether a file starts like a bundle: as any zip file does. */
    public static boolean isBundle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return new String(head, StandardCharsets.ISO_8859_1).equals(MAGIC);
        }
    }
}
