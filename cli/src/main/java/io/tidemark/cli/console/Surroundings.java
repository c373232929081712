package io.tidemark.cli.console;

import java.time.ZoneId;
import java.util.Map;

/** What a process knows of the place that it runs in. */
public interface Surroundings {
    /** Whether a standard stream is a terminal. */
    boolean isTerminal(Stream stream);

    /** The variables of the environment. */
    Map<String, String> environment();

    /** How many columns the terminal has: COLUMNS if it is set, and 80 where nothing is known. */
    int width();

    /** The time zone that times are shown in. */
    ZoneId zone();
}
