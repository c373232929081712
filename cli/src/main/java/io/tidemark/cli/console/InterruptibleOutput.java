package io.tidemark.cli.console;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output, which can be told by another thread to take no more. */
final class InterruptibleOutput extends OutputStream {
    private final OutputStream out;
    private volatile boolean isInterrupted;

    InterruptibleOutput(OutputStream out) {
        this.out = out;
    }

    /** Makes writing fail from now on, or no longer; returns whether it did before. */
    boolean interrupt(boolean fails) {
        boolean before = isInterrupted;
        isInterrupted = fails;
        return before;
    }

    @Override
    public void write(int b) throws IOException {
        requireWanted();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        requireWanted();
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        requireWanted();
        out.flush();
    }

    private void requireWanted() throws IOException {
        if (isInterrupted) {
            throw new InterruptedOutputException();
        }
    }
}
