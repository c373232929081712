package io.tidemark.cli.console;

import java.io.IOException;

/** Standard output was closed by its reader, as {@code | head} does: there is no more work to do, and nothing to say. */
public final class ClosedOutputException extends IOException {
    private static final long serialVersionUID = 1;

    /** The exit status of a process that ends for this: that of the signal SIGPIPE, as a shell reports it. */
    public static final int STATUS = 128 + 13;

    ClosedOutputException(IOException cause) {
        super(cause);
    }
}
