package io.tidemark.analysis.finding;

import java.util.OptionalDouble;

/**
 * How fast something grows.
 *
 * @param bytesPerMinute 0 when bytes are not what grows
 * @param countPerMinute 0 when nothing is counted
 * @param secondsToLimit until the container's limit is reached; empty when it has none
 */
public record Rate(double bytesPerMinute, double countPerMinute, OptionalDouble secondsToLimit) {
    /** It does not grow. */
    public static final Rate NONE = new Rate(0, 0, OptionalDouble.empty());
}
