package io.tidemark.cli.console;

import java.time.ZoneId;

/** What a process knows of the place that it runs in. */
public interface Surroundings {
    /** Whether a standard stream is a terminal. */
    boolean isTerminal(Stream stream);

    /** The value of a variable of the environment, or the empty text. */
    String environment(String name);

    /** The time zone that times are shown in. */
    ZoneId zone();
}
