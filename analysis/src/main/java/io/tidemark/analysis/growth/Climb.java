package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;

/**
 * A number that was counted and never became less, and more in nearly every interval up to the end.
 *
 * <p>On a machine that is overloaded a leak goes fast and slow by turns, so that a form that comes to an end may fit it better
 * than a line. What only ever climbs has no such end in sight.
 */
final class Climb {
    private static final int POINTS = 6;
    private static final double LEAST = 10;
    private static final double RELATIVE = 0.25;
    private static final double RISING = 0.8; // of the intervals
    private static final double TAIL = 0.25; // of the slope of the whole, in the last third

    private Climb() {}

    static boolean is(Series counts) {
        int n = counts.size();
        if (n < POINTS || counts.change() < Math.max(LEAST, RELATIVE * counts.first())) {
            return false;
        }
        int rising = 0;
        for (int i = 1; i < n; i++) {
            if (counts.value(i) < counts.value(i - 1)) {
                return false;
            }
            rising += counts.value(i) > counts.value(i - 1) ? 1 : 0;
        }
        Series tail = counts.slice(n - 1 - n / 3, n);
        double slope = counts.change() / counts.length();
        return rising >= RISING * (n - 1) && tail.length() > 0 && tail.change() / tail.length() >= TAIL * slope;
    }
}
