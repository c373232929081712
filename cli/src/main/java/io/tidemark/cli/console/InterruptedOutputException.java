package io.tidemark.cli.console;

import java.io.IOException;

/** The user does not want to see the rest of the output. */
public final class InterruptedOutputException extends IOException {
    private static final long serialVersionUID = 1;

    InterruptedOutputException() {
        super("interrupted");
    }
}
