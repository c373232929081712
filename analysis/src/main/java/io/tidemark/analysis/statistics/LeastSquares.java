package io.tidemark.analysis.statistics;

/**
 * A linear model of some columns, fitted so that the squares of what it leaves are least. It always has a constant.
 *
 * @see <a href="https://doi.org/10.1002/9781118625590">Draper and Smith, Applied Regression Analysis, 1998</a>, chapter 5
 */
public final class LeastSquares {
    private final double[] coefficients; // the constant first
    private final double[] errors;
    private final double[] residuals;
    private final double residualSquares;
    private final double squares;
    private final boolean[] aliased;

    private LeastSquares(double[] y, double[][] columns) {
        int n = y.length;
        int k = columns.length;
        double[] means = new double[k];
        double yMean = mean(y);
        double[][] q = new double[k][];
        double[][] r = new double[k][k];
        aliased = new boolean[k];
        for (int j = 0; j < k; j++) {
            means[j] = mean(columns[j]);
            q[j] = minus(columns[j], means[j]);
            double before = dot(q[j], q[j]);
            for (int pass = 0; pass < 2; pass++) { // Gram-Schmidt twice is enough for any column
                for (int i = 0; i < j; i++) {
                    double part = aliased[i] ? 0 : dot(q[i], q[j]);
                    r[i][j] += part;
                    for (int row = 0; row < n; row++) {
                        q[j][row] -= part * q[i][row];
                    }
                }
            }
            double length = Math.sqrt(dot(q[j], q[j]));
            aliased[j] = length <= 1e-9 * Math.sqrt(before) || before == 0;
            r[j][j] = length;
            for (int row = 0; row < n; row++) {
                q[j][row] = aliased[j] ? 0 : q[j][row] / length;
            }
        }
        double[] centred = minus(y, yMean);
        squares = dot(centred, centred);
        residuals = centred.clone();
        double[] parts = new double[k];
        int rank = 0;
        for (int j = 0; j < k; j++) {
            parts[j] = dot(q[j], centred);
            rank += aliased[j] ? 0 : 1;
            for (int row = 0; row < n; row++) {
                residuals[row] -= parts[j] * q[j][row];
            }
        }
        residualSquares = dot(residuals, residuals);
        coefficients = new double[k + 1];
        errors = new double[k + 1];
        double variance = n > rank + 1 ? residualSquares / (n - rank - 1) : 0;
        double[] b = solve(r, parts);
        coefficients[0] = yMean;
        for (int j = 0; j < k; j++) {
            coefficients[j + 1] = b[j];
            coefficients[0] -= b[j] * means[j];
            errors[j + 1] = aliased[j] ? 0 : Math.sqrt(variance * inverseDiagonal(r, j));
        }
    }

    /**
     * Fits a model.
     *
     * @param columns of as many numbers as y each; one that the others before it add up to gets the coefficient 0
     */
    public static LeastSquares of(double[] y, double[]... columns) {
        for (double[] column : columns) {
            Finite.requirePairs(column, y);
        }
        Finite.require("value", y);
        if (y.length < 2) {
            throw new IllegalArgumentException(y.length + " values (expected at least 2)");
        }
        return new LeastSquares(y, columns);
    }

    /** The constant at 0, then that of each column. */
    public double coefficient(int index) {
        return coefficients[index];
    }

    /** The standard error of the coefficient of a column, from 1; 0 when nothing is left to tell it from. */
    public double error(int index) {
        return errors[index];
    }

    /** Whether the columns before it already say all that a column, from 1, says. */
    public boolean isAliased(int index) {
        return aliased[index - 1];
    }

    public double[] residuals() {
        return residuals.clone();
    }

    /** The sum of the squares of the residuals. */
    public double residualSquares() {
        return residualSquares;
    }

    /** The share of the variance that the model explains; 0 of constant values. */
    public double explained() {
        return squares == 0 ? 0 : Math.max(0, 1 - residualSquares / squares);
    }

    /** The correlation of two columns; 0 when one is constant. */
    public static double correlation(double[] x, double[] y) {
        return partialCorrelation(y, x);
    }

    /**
     * The correlation of what some other columns leave of y with what they leave of x; 0 when they leave nothing.
     *
     * @see <a href="https://doi.org/10.1098/rspa.1907.0028">Yule, 1907</a>
     */
    public static double partialCorrelation(double[] y, double[] x, double[]... others) {
        LeastSquares restOfY = of(y, others);
        LeastSquares restOfX = of(x, others);
        boolean isEmpty = restOfY.residualSquares <= 1e-18 * restOfY.squares
                || restOfX.residualSquares <= 1e-18 * restOfX.squares;
        return isEmpty
                ? 0
                : dot(restOfY.residuals, restOfX.residuals)
                        / Math.sqrt(restOfY.residualSquares * restOfX.residualSquares);
    }

    private double[] solve(double[][] r, double[] parts) {
        double[] b = new double[parts.length];
        for (int j = b.length - 1; j >= 0; j--) {
            double rest = parts[j];
            for (int i = j + 1; i < b.length; i++) {
                rest -= r[j][i] * b[i];
            }
            b[j] = aliased[j] ? 0 : rest / r[j][j];
        }
        return b;
    }

    /** An entry of the diagonal of the inverse of RᵀR: the square of a row of the inverse of R. */
    private double inverseDiagonal(double[][] r, int row) {
        double sum = 0;
        for (int column = row; column < r.length; column++) {
            double[] unit = new double[r.length];
            unit[column] = 1;
            double entry = aliased[column] ? 0 : solve(r, unit)[row];
            sum += entry * entry;
        }
        return sum;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] minus(double[] values, double mean) {
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
