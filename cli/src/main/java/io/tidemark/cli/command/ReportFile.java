package io.tidemark.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that a report is written to. It is opened with the first byte, so that a report which fails before leaves what is
 * there as it is.
 */
final class ReportFile extends OutputStream {
    private final Path path;
    private @Nullable OutputStream out;

    ReportFile(Path path) {
        this.path = path;
    }

    @Override
    public void write(int b) throws IOException {
        opened().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            opened().write(bytes, offset, length);
        }
    }

    /** Makes the file even when nothing was written: the report is complete, and empty. */
    void complete() throws IOException {
        opened().close();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private OutputStream opened() throws IOException {
        if (out == null) {
            out = Files.newOutputStream(path);
        }
        return out;
    }
}
