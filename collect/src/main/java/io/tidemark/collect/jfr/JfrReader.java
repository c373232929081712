package io.tidemark.collect.jfr;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a recording of JFR as a profile. */
public final class JfrReader {
    /** How recordings start, a character a byte. */
    public static final String MAGIC = "FLR\0";

    private JfrReader() {}

    /**
     * Reads a recording.
     *
     * @param file the recording, not compressed
     * @throws MalformedProfileException when it is not one, or not a whole one, or has no samples
     * @throws IOException also when the Java runtime is one without JFR
     */
    public static Profile read(Path file, Limits limits) throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw new IOException("a JFR recording, which takes a Java runtime with the module jdk.jfr to read");
        }
        Chunks chunks = Chunks.of(file);
        try {
            return Recording.read(file, chunks, limits);
        } catch (MalformedProfileException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            // The JDK's reader takes every number for granted, and fails in as many ways as there are numbers.
            throw new MalformedProfileException("malformed JFR recording: " + said(e), e);
        } catch (OutOfMemoryError e) {
            // One array of billions, mostly, which was never made.
            throw new MalformedProfileException(
                    "malformed JFR recording, or not enough memory for it ("
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MB)",
                    e);
        }
    }

    private static String said(Throwable problem) {
        String message = problem.getMessage();
        return problem.getClass().getSimpleName()
                + (message == null ? "" : " " + message.replaceAll("\\p{Cntrl}+", " "));
    }
}
