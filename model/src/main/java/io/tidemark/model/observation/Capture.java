package io.tidemark.model.observation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;

/**
 * What one source answered at one time: its bytes, or why there are none.
 *
 * <p>The name is a path that says where the bytes are from, as in {@link CaptureName}: {@code debug/pprof/heap}, {@code
 * proc/status}, {@code cgroup/memory.stat}. Captures of one round were taken one right after the other, and belong together.
 */
public final class Capture {
    private final String name;
    private final int round;
    private final Duration at;
    private final boolean collected;
    private final byte[] content;
    private final String problem;

    private Capture(String name, int round, Duration at, boolean collected, byte[] content, String problem) {
        if (name.isEmpty() || round < 0 || at.isNegative()) {
            throw new IllegalArgumentException("capture '" + name + "', round " + round + ", at " + at
                    + " (expected a name, and neither less than 0)");
        }
        this.name = name;
        this.round = round;
        this.at = at;
        this.collected = collected;
        this.content = content;
        this.problem = problem;
    }

    /**
     * Bytes that were got.
     *
     * @param at when they were asked for, since the observation began
     * @param collected whether the target was made to collect garbage for them
     * @param content not copied; nobody may change it any more
     */
    public static Capture of(String name, int round, Duration at, boolean collected, byte[] content) {
        return new Capture(name, round, at, collected, content, "");
    }

    /** Bytes that could not be got, and a sentence for the user that says why. */
    public static Capture failed(String name, int round, Duration at, String problem) {
        if (problem.isEmpty()) {
            throw new IllegalArgumentException("capture " + name + " failed without a reason");
        }
        return new Capture(name, round, at, false, new byte[0], problem);
    }

    public String name() {
        return name;
    }

    /** The number of the round, from 0. */
    public int round() {
        return round;
    }

    /** When the source was asked, since the observation began. */
    public Duration at() {
        return at;
    }

    /** Whether the target was made to collect garbage for it. */
    public boolean isCollected() {
        return collected;
    }

    public boolean isFailed() {
        return !problem.isEmpty();
    }

    /** Why there are no bytes; empty when there are. */
    public String problem() {
        return problem;
    }

    /** How many bytes there are. */
    public int size() {
        return content.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    /** Such as {@code debug/pprof/heap, round 3, 30.1 s, 20480 bytes}. */
    @Override
    public String toString() {
        return name + ", round " + round + ", " + at.toMillis() / 1000.0 + " s, "
                + (isFailed() ? problem : content.length + " bytes");
    }
}
