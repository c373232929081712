package io.tidemark.cli.flag;

/** A command line that can't be understood. The message is a sentence for the user. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
