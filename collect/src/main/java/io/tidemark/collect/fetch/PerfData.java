package io.tidemark.collect.fetch;

import io.tidemark.collect.tool.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Turns what {@code perf record} writes into profile.proto, with the tool that Google made for it. */
final class PerfData {
    static final String MAGIC = "PERFILE2";

    private static final String TOOL = "perf_to_profile";
    private static final int MAX_COMPLAINT = 1 << 12;

    private final Tools tools;

    PerfData(Tools tools) {
        this.tools = tools;
    }

    /**
     * Writes the profile of a recording into a file.
     *
     * @throws IOException when the tool is not on the path, and then the message says what to install, or when it fails
     */
    void convert(Path recording, Path profile) throws IOException {
        String tool = tools.onPath(TOOL)
                .orElseThrow(() -> new IOException("a recording of Linux perf, which takes " + TOOL
                        + " to read; put it on the PATH (https://github.com/google/perf_data_converter)"));
        Process process = new ProcessBuilder(tool, "-i", recording.toString(), "-o", profile.toString(), "-f")
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close(); // there is nobody to ask
            String complaint = lastOf(process.getInputStream());
            if (process.waitFor() != 0) {
                throw new IOException(TOOL + " failed with status " + process.exitValue() + complaint);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroy();
        }
    }

    /** The last line of what the tool says, after a colon. */
    private static String lastOf(InputStream output) throws IOException {
        byte[] kept = new byte[0];
        for (byte[] next = output.readNBytes(MAX_COMPLAINT); next.length > 0; next = output.readNBytes(MAX_COMPLAINT)) {
            kept = next;
        }
        String last = new String(kept, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("", (before, line) -> line);
        return last.isEmpty() ? "" : ": " + last.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
