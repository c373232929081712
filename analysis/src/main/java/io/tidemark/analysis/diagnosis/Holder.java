package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signature.Match;
import java.util.Optional;

/**
 * Something that there is much of at one moment: heap of one owner, or goroutines at one place.
 *
 * @param words what fills the open places of a signature
 */
record Holder(Owner owner, Optional<Match> match, Amount amount, Words words, Evidence evidence) {
    /**
     * How much it is.
     *
     * @param isHeap whether it is heap, or goroutines
     * @param share of all of its kind, from 0 to 1
     * @param count how many objects or goroutines; 0 when it is not known
     * @param isMistake whether it is wrong however few there are
     */
    record Amount(boolean isHeap, double share, double count, boolean isMistake) {}

    /** What it is grouped by: its signature, else its owner. */
    static String name(Owner owner, Optional<Match> match) {
        return match.map(found -> found.signature().id()).orElse(owner.frame().function());
    }

    String name() {
        return name(owner, match);
    }

    boolean isHeap() {
        return amount.isHeap();
    }
}
