package io.tidemark.analysis.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * How sure a finding is: evidence for and against, added up as log-odds.
 *
 * <p>The levels begin at probabilities of 0.5, 0.8 and 0.95.
 *
 * @param logOdds the natural logarithm of p / (1 - p)
 * @param missing what would make it surer, in words; empty when nothing would
 */
public record Confidence(double logOdds, List<String> missing) {
    private static final double PRIOR = -2; // one alarm in eight is right before anything was looked at

    public Confidence {
        if (!Double.isFinite(logOdds)) {
            throw new IllegalArgumentException("log-odds: " + logOdds + " (expected a finite number)");
        }
        missing = List.copyOf(missing);
    }

    /** Before any evidence. */
    public static Confidence prior() {
        return new Confidence(PRIOR, List.of());
    }

    /** With more evidence. */
    public Confidence plus(double weight) {
        return new Confidence(logOdds + weight, missing);
    }

    /** With more evidence if there is any; otherwise it is known what is missing. */
    public Confidence plusIf(boolean seen, double weight, String otherwise) {
        if (seen) {
            return plus(weight);
        }
        List<String> more = new ArrayList<>(missing);
        more.add(otherwise);
        return new Confidence(logOdds, more);
    }

    /** From 0 to 1. */
    public double probability() {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** {@code low}, {@code medium}, {@code high} or {@code very high}. */
    public String level() {
        double probability = probability();
        if (probability >= 0.95) {
            return "very high";
        }
        if (probability >= 0.8) {
            return "high";
        }
        return probability >= 0.5 ? "medium" : "low";
    }
}
