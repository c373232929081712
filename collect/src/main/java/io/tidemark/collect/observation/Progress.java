package io.tidemark.collect.observation;

import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Target;
import java.time.Duration;

/**
 * Hears how an observation goes on. Targets are counted from 0, in the order in which they were named; the methods are
 * called by a thread for each.
 */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** A target was found, and its observation begins. */
    default void began(int target, Target what, Plan plan) {}

    /** Something is about to be captured. */
    default void gathering(int target, Item item) {}

    /** Something was captured, or could not be. */
    default void captured(int target, Capture capture) {}

    /** All of a round is there, and nothing happens until the next one. */
    default void waiting(int target, Duration elapsed) {}

    /** There is something to say; the sentence is for the user, and is a note of the observation, too. */
    default void noted(int target, String sentence) {}

    /** The observation of a target is over. */
    default void ended(int target, Duration length) {}
}
