package io.tidemark.collect.observation;

import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes what is observed, a round at a time. Targets are counted from 0. The methods are called by a thread for each
 * target, and one at a time.
 */
public interface Sink {
    void began(int target, Target what, Instant start) throws IOException;

    /** The captures of one round, or of what there was time for. */
    void captured(int target, List<Capture> round) throws IOException;

    /**
     * No more comes of a target.
     *
     * @param what the target, of which more may be known than at the beginning
     * @param notes sentences for the user
     */
    void ended(int target, Target what, Duration length, List<String> notes) throws IOException;
}
