package io.tidemark.model.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was captured of one target between two times.
 *
 * @param start when it began; all captures count from there
 * @param length how long it took
 * @param captures in the order of their times
 * @param notes sentences for the user about the observation itself: why it ended early, what it left out
 */
public record Observation(Target target, Instant start, Duration length, List<Capture> captures, List<String> notes) {
    public Observation {
        captures = captures.stream().sorted(Comparator.comparing(Capture::at)).toList();
        notes = List.copyOf(notes);
    }

    /** The captures of a name that have bytes, in the order of their times. */
    public Stream<Capture> captures(String name) {
        return captures.stream().filter(capture -> capture.name().equals(name) && !capture.isFailed());
    }
}
