package io.tidemark.cli.command;

import io.tidemark.analysis.view.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command to carry out.
 *
 * @param command which
 * @param function the functions that it is about, as an expression or an address; null for all
 * @param view what to show and how, and in which file
 */
public record Request(Command command, @Nullable String function, View view) {
    public Request {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(view, "view");
    }
}
