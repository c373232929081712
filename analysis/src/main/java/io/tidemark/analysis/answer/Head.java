package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Diagnosis;

/** Sentences that every form of an answer has. */
final class Head {
    private Head() {}

    /** Such as {@code go1.26.8 at http://10.0.3.7:6060}. */
    static String target(Diagnosis diagnosis) {
        String runtime = diagnosis.target().runtime();
        return (runtime.isEmpty() ? "" : runtime + " at ") + diagnosis.target().name();
    }

    /** Such as {@code 60 seconds, 13 profiles, 3 forced collections}. */
    static String observed(Diagnosis.Observed observed) {
        return Quantity.time(observed.seconds()) + ", " + counted(observed.captures(), "profile") + ", "
                + counted(observed.forcedCollections(), "forced collection");
    }

    private static String counted(int count, String what) {
        return Quantity.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    static String deadline(double seconds) {
        return (seconds <= 0 ? "the limit is reached" : "the limit is reached in " + Quantity.time(seconds))
                + " at this rate";
    }
}
