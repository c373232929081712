package io.tidemark.analysis.signature;

/** Whether something holds, as far as it was observed. */
enum Truth {
    YES,
    NO,
    /** Nothing was seen that could tell. */
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Both: what does not hold outweighs what is not known. */
    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN ? this : other;
    }
}
