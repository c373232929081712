package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.Optional;

/**
 * How much both sides had to do, by the requests that they counted themselves. With it, rates are for 1,000 requests, and a
 * test with less load does not pass for a repair.
 *
 * @param before requests a minute
 * @param after requests a minute
 */
public record Throughput(double before, double after) {
    private static final double MANY = 1000; // requests, that rates are told for
    private static final double ALIKE = 1.3;

    /** What both sides counted; empty unless both did, and the first one was asked for something. */
    static Optional<Throughput> of(Side before, Side after) {
        double first = perMinute(before.signals().series(Signal.REQUESTS));
        double second = perMinute(after.signals().series(Signal.REQUESTS));
        return first > 0 && second >= 0 ? Optional.of(new Throughput(first, second)) : Optional.empty();
    }

    /** Less than 0 when it is not known. */
    private static double perMinute(Series counter) {
        return counter.size() < 2 || counter.length() <= 0 ? -1 : counter.change() / counter.length() * 60;
    }

    /** How much more there was to do after. */
    public double ratio() {
        return after / before;
    }

    /** Whether both had about as much to do. */
    public boolean isAlike() {
        return ratio() < ALIKE && ratio() > 1 / ALIKE;
    }

    /** What something that took so much a minute before would take after. */
    double expected(double perMinute) {
        return perMinute * ratio();
    }

    /** What is so much a minute before, for 1,000 requests. */
    double forMany(Side.Role role, double perMinute) {
        double requests = role == Side.Role.BEFORE ? before : after;
        return requests <= 0 ? 0 : perMinute / requests * MANY;
    }

    /** Such as {@code 1,200 requests a minute before, 60 after}. */
    String words() {
        return Quantity.count(before) + " requests a minute before, " + Quantity.count(after) + " after";
    }
}
