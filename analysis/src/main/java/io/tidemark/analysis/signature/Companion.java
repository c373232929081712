package io.tidemark.analysis.signature;

/**
 * Another group that comes with the suspect, so many for each.
 *
 * <p>Growth is compared where both grew, and the counts otherwise.
 *
 * @param atLeast the least number of them for each of the suspect's
 * @param atMost the largest number
 */
public record Companion(Shape shape, double atLeast, double atMost) {
    public Companion {
        if (!(atLeast >= 0) || !(atMost >= atLeast)) {
            throw new IllegalArgumentException(
                    "ratio: " + atLeast + " to " + atMost + " (expected two numbers, the second not smaller)");
        }
    }

    /** Whether there are as many as this says; unknown when nothing of the sort was observed at all. */
    Truth holds(Looks looks, Suspect suspect, Facts facts) {
        double count = 0;
        double growth = 0;
        boolean isSeen = false;
        for (Suspect other : facts.groups()) {
            isSeen |= looks.shape().what().isEmpty() || looks.shape().what().contains(other.what());
            if (looks.matches(other) != Truth.NO) {
                count += other.count();
                growth += other.growth();
            }
        }
        if (!isSeen) {
            return Truth.UNKNOWN;
        }
        boolean grew = growth > 0 && suspect.growth() > 0;
        double ratio = grew ? growth / suspect.growth() : count / Math.max(1, suspect.count());
        return Truth.of(ratio >= atLeast && ratio <= atMost);
    }
}
