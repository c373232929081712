package io.tidemark.analysis.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a capture holds, and when it was taken.
 *
 * @param second since the observation began
 * @param round captures with the same number belong together
 * @param isCollected whether the target was made to collect garbage right before
 */
public record Timed<T>(double second, int round, boolean isCollected, T value) {
    /** Another value of the same time. */
    <U> Timed<U> with(U other) {
        return new Timed<>(second, round, isCollected, other);
    }

    /** The value of a round, when there is one. */
    static <T> Optional<T> ofRound(List<Timed<T>> all, int round) {
        for (Timed<T> timed : all) {
            if (timed.round == round) {
                return Optional.of(timed.value);
            }
        }
        return Optional.empty();
    }
}
