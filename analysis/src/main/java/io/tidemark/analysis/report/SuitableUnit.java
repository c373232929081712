package io.tidemark.analysis.report;

import io.tidemark.model.measurement.ValueFormat;

/**
 * Chooses a unit for the numbers of a report that asks for the {@code minimum}: that of the smallest, or of a hundred times
 * the smallest when the largest has another one.
 *
 * <pre>{@code
 * 512 B to 2 kB       B
 * 512 B to 900 MB     kB
 * }</pre>
 */
public final class SuitableUnit {
    private final Report report;
    private long smallest;

    /** A choice for a report, whose total counts as the largest number. */
    public SuitableUnit(Report report) {
        this.report = report;
    }

    /** Whether a report leaves the choice to the numbers. */
    public static boolean isAskedFor(Report report) {
        return report.options().scale().unit().equals("minimum");
    }

    /** Counts a number that will be printed; zero needs no unit. */
    public void see(long value) {
        long magnitude = Math.abs(value);
        if (magnitude > 0 && (smallest == 0 || magnitude < smallest)) {
            smallest = magnitude;
        }
    }

    /**
     * The report in the unit that was chosen.
     *
     * @param mayRound whether small numbers may lose digits; costs are whole numbers and keep them
     */
    public Report choose(boolean mayRound) {
        ReportOptions options = report.options();
        long largest = report.total();
        long least = smallest == 0 ? largest : smallest;
        double ratio = options.scale().ratio();
        if (ratio > 0 && ratio != 1) {
            least = (long) (least * ratio);
            largest = (long) (largest * ratio);
        }
        ValueFormat format = ValueFormat.of(options.value().unit(), "minimum");
        String unit = format.scale(least).unit();
        boolean far =
                least * 100 < largest && !unit.equals(format.scale(largest).unit());
        if (far && mayRound) {
            unit = format.scale(100 * least).unit();
        }
        return report.withOptions(
                options.withUnit(unit.isEmpty() ? options.value().unit() : unit));
    }
}
