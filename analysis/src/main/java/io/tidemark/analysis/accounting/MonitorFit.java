package io.tidemark.analysis.accounting;

import io.tidemark.analysis.answer.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The formula whose number is nearest to the one that a monitor showed.
 *
 * @param error how far its number is off, as a share of the monitor's
 * @param rivals other formulas that fit as well as one can tell, the nearest first
 */
public record MonitorFit(MonitorFormula formula, double value, double error, List<MonitorFormula> rivals) {
    /** A monitor looks at another second, and rounds: what is nearer than this fits. */
    private static final double FITS = 0.02;

    private record Candidate(MonitorFormula formula, double value, double error) {
        boolean isFit() {
            return error <= FITS;
        }
    }

    public MonitorFit {
        rivals = List.copyOf(rivals);
    }

    /** Whether it is near enough to be the one. */
    public boolean isFit() {
        return error <= FITS;
    }

    /**
     * What it means, to go on after "your monitor": {@code shows usage - inactive file, within 0.3 % of 2.45 GiB}.
     *
     * @param monitor the number that it showed, in bytes
     */
    public String words(double monitor) {
        String shown = Quantity.bytes(monitor);
        String off = Quantity.percent(error);
        if (!isFit()) {
            return "shows " + shown + ", which no formula gives; the nearest is " + formula.formula() + ", off by "
                    + off;
        }
        StringBuilder text = new StringBuilder("shows " + formula.formula() + ", within " + off + " of " + shown);
        for (MonitorFormula rival : rivals) {
            text.append("; ").append(rival.formula()).append(" fits, too");
        }
        return text.toString();
    }

    /** The best formula for a number of bytes; empty when nothing is known that a monitor could show. */
    static Optional<MonitorFit> of(Moment moment, double monitor) {
        List<Candidate> candidates = Stream.of(MonitorFormula.values())
                .flatMap(formula -> candidate(formula, moment, monitor).stream())
                .sorted(Comparator.comparingDouble(Candidate::error))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = candidates.get(0);
        List<MonitorFormula> rivals = candidates.stream()
                .skip(1)
                .filter(Candidate::isFit)
                .map(Candidate::formula)
                .toList();
        return Optional.of(new MonitorFit(best.formula, best.value, best.error, rivals));
    }

    private static Optional<Candidate> candidate(MonitorFormula formula, Moment moment, double monitor) {
        OptionalDouble value = formula.value(moment);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double error = Math.abs(value.getAsDouble() - monitor) / Math.max(1, monitor);
        return Optional.of(new Candidate(formula, value.getAsDouble(), error));
    }
}
