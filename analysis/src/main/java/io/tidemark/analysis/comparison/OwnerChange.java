package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Culprit;

/**
 * What belongs to a function of the program, before and after.
 *
 * @param owner its place after, or before when there is nothing after
 * @param before bytes, or a number of goroutines
 * @param after likewise
 * @param error the standard error of the change, for only some objects are sampled; 0 where it was counted
 * @param isClear whether the change is more than chance
 */
public record OwnerChange(Culprit owner, double before, double after, double error, boolean isClear) {
    public double change() {
        return after - before;
    }
}
