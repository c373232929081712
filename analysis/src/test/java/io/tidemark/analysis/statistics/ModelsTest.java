package io.tidemark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    private static final double[] Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    /** The first of the four sets of Anscombe, Graphs in Statistical Analysis, 1973. */
    @Test
    void leastSquares_ofAnscombe_areThoseOfThePaper() {
        LeastSquares fit = LeastSquares.of(Y, X);
        assertThat(fit.coefficient(0)).isCloseTo(3.0001, within(1e-4));
        assertThat(fit.coefficient(1)).isCloseTo(0.5001, within(1e-4));
        assertThat(fit.error(1)).isCloseTo(0.1179, within(1e-4));
        assertThat(fit.residualSquares()).isCloseTo(13.7627, within(1e-4));
        assertThat(fit.explained()).isCloseTo(0.6665, within(1e-4));
        assertThat(LeastSquares.correlation(X, Y)).isCloseTo(0.8164, within(1e-4));
    }

    @Test
    void partialCorrelation_isThatOfTheFormula() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] z = {2, 1, 4, 3, 6, 5, 9, 7};
        double[] y = {3.1, 2.7, 6.2, 5.9, 9.4, 8.1, 13.2, 11.0};
        assertThat(LeastSquares.partialCorrelation(y, z, x)).isCloseTo(0.9831287184921703, within(1e-12));
    }

    @Test
    void columns_thatSayTheSame_areAliased() {
        double[] twice = new double[X.length];
        for (int i = 0; i < X.length; i++) {
            twice[i] = 2 * X[i] + 1;
        }
        LeastSquares fit = LeastSquares.of(Y, X, twice);
        assertThat(fit.isAliased(1)).isFalse();
        assertThat(fit.isAliased(2)).isTrue();
        assertThat(fit.coefficient(1)).isCloseTo(0.5001, within(1e-4));
        assertThat(LeastSquares.partialCorrelation(Y, twice, X)).isZero();
        assertThat(LeastSquares.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isZero();
        assertThatThrownBy(() -> LeastSquares.of(Y, new double[] {1})).hasMessageContaining("11 values at 1 places");
    }

    /** The paper of 1995 rejects the first four of its fifteen at 0.05. */
    @Test
    void falseDiscovery_ofThePaper_rejectsFour() {
        double[] p = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0
        };
        double[] q = FalseDiscovery.adjust(p);
        assertThat(q[0]).isCloseTo(0.0015, within(1e-12));
        assertThat(q[3]).isCloseTo(0.035625, within(1e-12));
        assertThat(q[4]).isCloseTo(0.0603, within(1e-12));
        assertThat(q[5]).isCloseTo(0.06385714285714286, within(1e-12));
        assertThat(q[14]).isEqualTo(1);
        assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
        assertThat(FalseDiscovery.adjust(new double[] {0.04, 0.01})).containsExactly(0.04, 0.02);
        assertThatThrownBy(() -> FalseDiscovery.adjust(new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
    }

    @Test
    void ratio_hasTheIntervalOfFieller() {
        Ratio ratio = Ratio.of(10, 0.5, 2, 0.1, 2);
        assertThat(ratio.value()).isEqualTo(5);
        assertThat(ratio.lower()).isCloseTo(4.338043637390613, within(1e-12));
        assertThat(ratio.upper()).isCloseTo(5.762966463619488, within(1e-12));
        assertThat(ratio.contains(5)).isTrue();
        assertThat(Ratio.of(10, 0.5, 0.1, 0.1, 2).contains(1e9)).isTrue(); // the second may be zero
    }

    @Test
    void shapes_areRecognised() {
        assertThat(best(x -> 3 * x)).isEqualTo(Shapes.Form.LINE);
        assertThat(best(x -> 3 * (1 - Math.exp(-x / 0.2)))).isEqualTo(Shapes.Form.SATURATION);
        assertThat(best(x -> 3 * Math.min(1, x / 0.5))).isEqualTo(Shapes.Form.HINGE);
        assertThat(best(x -> x < 0.45 ? 0 : 3)).isEqualTo(Shapes.Form.STEP);
        assertThat(best(x -> 0)).isEqualTo(Shapes.Form.LEVEL);
    }

    @Test
    void plateau_isTheEnd() {
        assertThat(shapes(x -> 10 + 3 * (1 - Math.exp(-x / 0.3))).bestEnding().plateau())
                .isCloseTo(13, within(0.1));
        assertThat(shapes(x -> 10 + 3 * Math.min(1, x / 0.5)).bestEnding().plateau())
                .isCloseTo(13, within(0.1));
        assertThatThrownBy(() -> Shapes.of(new double[3], new double[3], 1, 0)).hasMessageContaining("3 values");
    }

    private static Shapes shapes(DoubleUnaryOperator shape) {
        double[] places = new double[13];
        double[] values = new double[13];
        for (int i = 0; i < 13; i++) {
            places[i] = 5 * i;
            values[i] = shape.applyAsDouble(i / 12.0) + 0.02 * (i * 7 % 5 - 2);
        }
        return Shapes.of(places, values, 0.01, 0);
    }

    private static Shapes.Form best(DoubleUnaryOperator shape) {
        Shapes shapes = shapes(shape);
        Shapes.Fit best = shapes.bestEnding();
        for (Shapes.Form form : new Shapes.Form[] {Shapes.Form.LINE, Shapes.Form.LEVEL}) {
            best = shapes.fit(form).bic() < best.bic() ? shapes.fit(form) : best;
        }
        return best.form();
    }
}
