package io.tidemark.lab.score.run;

import io.tidemark.lab.score.program.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A run to be made.
 *
 * @param rate slow, medium or fast
 * @param seed of all that the program draws by lot
 * @param hasNoise whether there is garbage in the background, and the load rises and falls
 */
public record Job(Truth truth, String rate, long seed, boolean hasNoise) {
    private static final int SPARE_SECONDS = 120;
    private static final int ROOM_MIB = 4096; // more than any program takes

    /** The name of the files of the run. */
    String name() {
        return Run.name(truth.name(), rate, hasNoise, seed);
    }

    /**
     * The command that starts the program.
     *
     * <p>Each program is in a control group of its own, as in a container. Where the truth wants no limit, it gets one that it
     * never comes near.
     *
     * @param binaries where the binaries are
     * @param length how long it is needed
     */
    List<String> command(Path binaries, Duration length) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve(truth.binary()).toString(),
                truth.name(),
                "-rate",
                Double.toString(truth.eventsPerSecond(rate)),
                "-seed",
                Long.toString(seed),
                "-seconds",
                Long.toString(length.toSeconds() + SPARE_SECONDS)));
        if (!truth.hasLimit()) {
            command.addAll(List.of("-cgroup", Integer.toString(ROOM_MIB)));
        }
        if (hasNoise) {
            command.add("-noise");
        }
        return command;
    }
}
