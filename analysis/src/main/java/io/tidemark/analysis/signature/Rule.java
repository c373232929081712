package io.tidemark.analysis.signature;

import java.util.List;
import java.util.Optional;

/**
 * Something that holds of a suspect or does not: all of its parts must.
 *
 * @param says what it means when it holds, a clause for people; empty in the rules that a signature matches by
 * @param signals conditions on signals
 * @param with other groups that come with the suspect
 * @param go the versions of Go
 */
public record Rule(
        String says, Shape shape, List<SignalCondition> signals, List<Companion> with, Optional<GoVersions> go) {
    public Rule {
        signals = List.copyOf(signals);
        with = List.copyOf(with);
    }
}
