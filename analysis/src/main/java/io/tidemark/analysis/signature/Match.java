package io.tidemark.analysis.signature;

import java.util.List;

/**
 * A signature that a suspect looks like.
 *
 * @param rule the one of its rules that held, the strongest of several
 * @param score how much the likeness says; what is specific comes before what is general. It is 10 and more unless the
 *     signature is general; a named function is worth 4, one of Go itself 2, a state 1, each thing that supports it 1.5
 * @param supported what makes it surer, in the words of the signature
 * @param missed what should hold as well, and does not
 * @param excluded why it is something else all the same; empty when its guards let it pass
 * @param unknown what could not be told, in the words of the signature: its guards and what would support it
 */
public record Match(
        Signature signature,
        Rule rule,
        double score,
        List<String> supported,
        List<String> missed,
        List<String> excluded,
        List<String> unknown) {
    public Match {
        supported = List.copyOf(supported);
        missed = List.copyOf(missed);
        excluded = List.copyOf(excluded);
        unknown = List.copyOf(unknown);
    }

    /** Whether a guard says that it is something else. */
    public boolean isExcluded() {
        return !excluded.isEmpty();
    }
}
