package io.tidemark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values of published tables, and sums of binomial coefficients written down with Python's integers. */
class DistributionTest {
    @Test
    void normal_tails_areThoseOfTables() {
        assertThat(Normal.atLeast(0)).isEqualTo(0.5);
        assertThat(Normal.atLeast(1.3)).isCloseTo(0.09680048458561034, within(1e-15));
        assertThat(Normal.atLeast(3)).isCloseTo(0.0013498980316300957, within(1e-15));
        assertThat(Normal.atLeast(8)).isCloseTo(6.220960574271819e-16, within(1e-28));
        assertThat(Normal.atLeast(-1.3)).isCloseTo(1 - 0.09680048458561034, within(1e-15));
        assertThat(Normal.quantileAbove(0.025)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Normal.quantileAbove(0.99)).isCloseTo(-2.3263478740408408, within(1e-9));
    }

    @Test
    void student_quantiles_areThoseOfTables() {
        assertThat(StudentT.quantileAbove(0.025, 10)).isCloseTo(2.228138852, within(1e-8));
        assertThat(StudentT.quantileAbove(0.005, 1)).isCloseTo(63.65674116, within(1e-6));
        assertThat(StudentT.quantileAbove(0.05, 30)).isCloseTo(1.697260887, within(1e-8));
        assertThat(StudentT.atLeast(0, 5)).isEqualTo(0.5);
        assertThat(StudentT.atLeast(-2.228138852, 10)).isCloseTo(0.975, within(1e-9));
    }

    @Test
    void binomial_ofWholeNumbers_isTheSum() {
        assertThat(Binomial.atLeast(10, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-15));
        assertThat(Binomial.atLeast(8, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-14));
        assertThat(Binomial.atLeast(21, 30, 0.5)).isCloseTo(0.02138697262853384, within(1e-13));
        assertThat(Binomial.atLeast(10, 20, 0.3)).isCloseTo(0.047961897331343435, within(1e-13));
        assertThat(Binomial.atMost(2, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-14));
        assertThat(Binomial.atLeast(0, 0, 0.5)).isEqualTo(1);
    }

    @Test
    void binomial_betweenWholeNumbers_isInBetween() {
        assertThat(Binomial.atLeast(67.6, 67.6, 0.5)).isCloseTo(Math.pow(0.5, 67.6), within(1e-25));
        assertThat(Binomial.atLeast(7.5, 10, 0.5))
                .isBetween(Binomial.atLeast(8, 10, 0.5), Binomial.atLeast(7, 10, 0.5));
    }

    @Test
    void badCalls_areRefused() {
        assertThatThrownBy(() -> Normal.atLeast(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Normal.quantileAbove(1)).hasMessageContaining("1.0 (expected");
        assertThatThrownBy(() -> StudentT.atLeast(1, 0)).hasMessageContaining("degrees of freedom: 0.0");
        assertThatThrownBy(() -> Binomial.atLeast(3, 2, 0.5)).hasMessageContaining("3.0 of 2.0 trials");
        assertThatThrownBy(() -> Binomial.atLeast(Double.NaN, 2, 0.5)).hasMessageContaining("NaN");
    }
}
