package io.tidemark.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output, which says what happened when it can't be written. */
final class StandardOutput extends OutputStream {
    private final OutputStream out;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private static IOException explained(IOException e) {
        String reason = String.valueOf(e.getMessage());
        boolean isClosed = reason.toLowerCase(Locale.ROOT).contains("pipe"); // also in other languages
        return isClosed ? new ClosedOutputException(e) : new IOException("standard output: " + reason, e);
    }
}
