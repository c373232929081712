package io.tidemark.analysis.statistics;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which form of growth fits values best: none, a line, one that slows down, one that ends, or a single step.
 *
 * <p>Each form is {@code a + b g(t)}, with {@code g} from a grid. Neighbours are alike by a first-order autoregression; the
 * fits are made of what it leaves, or every slow wave would look like an end of growth. Forms are compared by the Bayesian
 * information criterion, so that one with a parameter more must fit better by as much.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344136">Schwarz, Estimating the dimension of a model, 1978</a>; <a
 *     href="https://doi.org/10.1080/01621459.1949.10483290">Cochrane and Orcutt, 1949</a>, for the autoregression
 */
public final class Shapes {
    /** The forms. */
    public enum Form {
        LEVEL(1),
        LINE(2),
        SATURATION(3),
        HINGE(3),
        STEP(3);

        private final int parameters;

        Form(int parameters) {
            this.parameters = parameters;
        }

        /** Which part of the rise has come so far behind the first place. */
        private double part(double behind, double place, double length) {
            return switch (this) {
                case LEVEL -> 0;
                case LINE -> behind / length;
                case SATURATION -> 1 - Math.exp(-behind / place);
                case HINGE -> Math.min(1, behind / place);
                case STEP -> behind < place ? 0 : 1;
            };
        }

        /** Whether it comes to an end in the window. */
        public boolean isEnding() {
            return parameters == 3;
        }
    }

    /**
     * The best fit of one form.
     *
     * @param place where it bends, or the constant of its exponential, as a place after the first
     * @param rise from its start to its end, which for the exponential is in infinity
     * @param error the standard error of the rise
     * @param plateau the value where it ends; for a line the one at the last place
     */
    public record Fit(Form form, double bic, double place, double rise, double error, double plateau) {
        /** What it says of a place that is so far behind the first, of a window of a length. */
        double at(double behind, double length) {
            return plateau - rise * (1 - form.part(behind, place, length));
        }
    }

    private static final int GRID = 20;

    private final double[] places;
    private final double[] values;
    private final double noise;
    private final double lag1;
    private final Map<Form, Fit> fits = new EnumMap<>(Form.class);

    private Shapes(double[] places, double[] values, double noise, double lag1) {
        this.places = places;
        this.values = values;
        this.noise = noise;
        this.lag1 = lag1;
    }

    /**
     * Fits all forms.
     *
     * @param places increasing
     * @param noise the least standard deviation to believe in, so that exact values can't make a fit infinitely good
     * @param lag1 the autocorrelation of neighbours, from 0 to less than 1
     */
    public static Shapes of(double[] places, double[] values, double noise, double lag1) {
        Finite.requirePairs(places, values);
        if (values.length < 4 || !(noise > 0) || !(lag1 >= 0 && lag1 < 1)) {
            throw new IllegalArgumentException(values.length + " values, noise " + noise + ", autocorrelation " + lag1
                    + " (expected at least 4, more than 0, and from 0 to less than 1)");
        }
        Shapes shapes = new Shapes(places, values, noise, lag1);
        shapes.fitAll();
        return shapes;
    }

    public Fit fit(Form form) {
        Fit fit = fits.get(form);
        if (fit == null) {
            throw new IllegalStateException(form + " was not fitted");
        }
        return fit;
    }

    /** The best of the forms that come to an end in the window. */
    public Fit bestEnding() {
        Fit best = fit(Form.STEP);
        for (Form form : new Form[] {Form.HINGE, Form.SATURATION}) {
            best = fit(form).bic < best.bic ? fit(form) : best;
        }
        return best;
    }

    /** By how much a form fits better than a line; less than 0 when the line is better. */
    public double margin(Fit fit) {
        return fit(Form.LINE).bic - fit.bic;
    }

    private void fitAll() {
        int n = places.length;
        double length = places[n - 1] - places[0];
        keep(Form.LEVEL, 0);
        keep(Form.LINE, length);
        for (int step = 0; step <= GRID; step++) {
            keep(Form.SATURATION, length * (0.06 + 0.34 * step / GRID));
            keep(Form.HINGE, length * (0.2 + 0.5 * step / GRID));
        }
        for (int at = 1; at < n; at++) {
            if (places[at] > places[at - 1]) {
                keep(Form.STEP, places[at] - places[0]);
            }
        }
    }

    /** What a form leaves of each value. */
    public double[] residuals(Fit fit) {
        double[] residuals = new double[values.length];
        double length = places[places.length - 1] - places[0];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = values[i] - fit.at(places[i] - places[0], length);
        }
        return residuals;
    }

    /** Fits a form, and keeps the fit when it is the best of its form. */
    private void keep(Form form, double place) {
        double[] column = new double[values.length];
        double length = places[places.length - 1] - places[0];
        for (int i = 0; i < column.length; i++) {
            column[i] = form.part(places[i] - places[0], place, length);
        }
        double sumOne = 0;
        double sumColumn = 0;
        double sumCross = 0;
        double oneY = 0;
        double columnY = 0;
        double sumY = 0;
        int n = values.length;
        for (int i = 0; i < n; i++) {
            double one = i == 0 ? Math.sqrt(1 - lag1 * lag1) : 1 - lag1;
            double g = whitened(column, i);
            double y = whitened(values, i);
            sumOne += one * one;
            sumColumn += g * g;
            sumCross += one * g;
            oneY += one * y;
            columnY += g * y;
            sumY += y * y;
        }
        double determinant = sumOne * sumColumn - sumCross * sumCross;
        boolean isLevel = determinant <= 1e-12 * sumOne * sumColumn;
        double rise = isLevel ? 0 : (sumOne * columnY - sumCross * oneY) / determinant;
        double start = (oneY - rise * sumCross) / sumOne;
        double squares = Math.max(0, sumY - start * oneY - rise * columnY);
        double bic = n * Math.log(squares / n + noise * noise) + form.parameters * Math.log(n);
        Fit known = fits.get(form);
        if (known == null || bic < known.bic) {
            double variance = squares / Math.max(1, n - form.parameters) + noise * noise;
            double error = isLevel ? 0 : Math.sqrt(variance * sumOne / determinant);
            fits.put(form, new Fit(form, bic, place, rise, error, start + rise));
        }
    }

    private double whitened(double[] column, int i) {
        return i == 0 ? column[0] * Math.sqrt(1 - lag1 * lag1) : column[i] - lag1 * column[i - 1];
    }
}
