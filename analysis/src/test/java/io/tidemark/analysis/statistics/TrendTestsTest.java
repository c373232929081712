package io.tidemark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTestsTest {
    private static final double[] FIVE_YEARS = {1, 2, 3, 4, 5};

    /** Hollander and Wolfe, Nonparametric Statistical Methods, example 9.1: five years of seeding clouds. */
    private static final double[] SEEDED = {1.26, 1.27, 1.12, 1.16, 1.03};

    /** The shares of permutations with so large an S, counted one by one. */
    @Test
    void mannKendall_ofFewValues_isExact() {
        assertThat(MannKendall.of(new double[] {1, 2, 3, 5, 4}).rising()).isCloseTo(5 / 120.0, within(1e-12));
        assertThat(MannKendall.of(new double[] {2, 1, 4, 3, 6, 5}).rising()).isCloseTo(49 / 720.0, within(1e-12));
        assertThat(MannKendall.of(new double[] {2, 1, 4, 3, 6, 5}).s()).isEqualTo(9);
        assertThat(MannKendall.of(new double[] {5, 4, 3, 2, 1}).falling()).isCloseTo(1 / 120.0, within(1e-12));
        assertThat(MannKendall.of(new double[] {5, 4, 3, 2, 1}).rising()).isCloseTo(1, within(1e-12));
    }

    @Test
    void mannKendall_withTies_hasLessVariance() {
        double[] values = {2.1, 2.4, 2.2, 2.2, 2.9, 3.1, 2.9, 3.5, 3.3, 3.8, 4.0, 3.9};
        MannKendall test = MannKendall.of(values);
        assertThat(test.s()).isEqualTo(54);
        assertThat(test.deviation()).isCloseTo(Math.sqrt(210.66666666666666), within(1e-12));
        assertThat(test.rising()).isCloseTo(0.0001303281545870507, within(1e-15));
        assertThat(MannKendall.of(values, 4).rising()).isGreaterThan(0.03);
    }

    @Test
    void mannKendall_ofConstants_saysNothing() {
        assertThat(MannKendall.of(new double[] {7, 7, 7, 7}).rising()).isEqualTo(1);
        assertThat(MannKendall.of(new double[0]).rising()).isEqualTo(1);
        assertThatThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN})).hasMessageContaining("value 1: NaN");
    }

    @Test
    void theilSen_ofTheCloudSeeding_isThatOfTheBook() {
        TheilSen line = TheilSen.of(FIVE_YEARS, SEEDED);
        assertThat(line.slope()).isCloseTo(-0.05625, within(1e-12)); // -.056 in the book
        assertThat(line.lower()).isCloseTo(-0.15, within(1e-12));
        assertThat(line.upper()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void theilSen_withOutliers_keepsItsSlope() {
        double[] places = new double[20];
        double[] values = new double[20];
        for (int i = 0; i < 20; i++) {
            places[i] = i;
            values[i] = 3 + 2 * i + (i % 5 == 0 ? 1000 : 0);
        }
        TheilSen line = TheilSen.of(places, values);
        assertThat(line.slope()).isCloseTo(2, within(1e-9));
        assertThat(line.intercept()).isCloseTo(3, within(1e-9));
        assertThatThrownBy(() -> TheilSen.of(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("2 values at one place");
    }

    /** So often as it says, the interval has the slope in it. */
    @Test
    void theilSen_interval_holdsTheSlope() {
        Random random = new Random(5);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            double[] places = new double[15];
            double[] values = new double[15];
            for (int i = 0; i < 15; i++) {
                places[i] = i;
                values[i] = 0.3 * i + random.nextGaussian();
            }
            TheilSen line = TheilSen.of(places, values);
            held += line.lower() <= 0.3 && 0.3 <= line.upper() ? 1 : 0;
        }
        assertThat(held / 400.0).as("seed 5").isBetween(0.93, 0.99);
    }

    @Test
    void inflation_isThatOfTheFormula() {
        assertThat(Autocorrelation.inflation(0, 13)).isEqualTo(1);
        assertThat(Autocorrelation.inflation(0.5, 4)).isCloseTo(2.0625, within(1e-12));
    }

    @Test
    void lag1_isFound_almostWithoutBias() {
        Random random = new Random(6);
        double sum = 0;
        for (int run = 0; run < 300; run++) {
            double[] noise = new double[60];
            double x = random.nextGaussian();
            for (int i = 0; i < noise.length; i++) {
                noise[i] = x;
                x = 0.6 * x + 0.8 * random.nextGaussian();
            }
            sum += Autocorrelation.lag1(noise, 1);
        }
        assertThat(sum / 300).as("seed 6").isCloseTo(0.6, within(0.05));
        assertThat(Autocorrelation.lag1(new double[] {1, -1, 1, -1, 1}, 2)).isZero();
        assertThat(Autocorrelation.lag1(new double[] {3, 3, 3, 3}, 2)).isZero();
    }
}
