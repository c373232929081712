package io.tidemark.cli.command;

/** A command that can't be carried out here. The message is a sentence for the user. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    public CommandException(String message) {
        super(message);
    }
}
