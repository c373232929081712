package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.growth.Trend.Decision;
import io.tidemark.analysis.growth.Trend.Gate;
import io.tidemark.analysis.signal.Series;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void counts_thatRiseEvenly_areDecidedByFour() {
        Trend trend = Trend.of(every10(4, i -> 100 + 58 * i + i % 2), Floor.COUNT);
        assertThat(trend.decision()).isEqualTo(Decision.GROWING);
        assertThat(trend.perMinute()).isCloseTo(348, within(5.0));
        assertThat(trend.failed()).isEqualTo(Gate.NONE);
    }

    @Test
    void estimates_ofFour_areNotEnough() {
        Trend trend = Trend.of(every10(4, i -> (100 + 58 * i) * 1e6), Floor.BYTES);
        assertThat(trend.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(trend.failed()).isEqualTo(Gate.POINTS);
        assertThat(trend.perMinute()).isCloseTo(348e6, within(1.0));
    }

    @Test
    void slowCounts_areGrowth() {
        // one every five seconds or so
        double[] counts = {14, 16, 18, 20, 21, 24, 26};
        assertThat(Trend.of(every10(7, i -> counts[i]), Floor.COUNT).decision()).isEqualTo(Decision.GROWING);
    }

    @Test
    void constants_areFlat() {
        Trend trend = Trend.of(every10(7, i -> 42), Floor.COUNT);
        assertThat(trend.decision()).isEqualTo(Decision.FLAT);
        assertThat(trend.perMinute()).isZero();
    }

    @Test
    void aPoolThatFills_saturates() {
        double[] counts = {2, 30, 58, 86, 100, 100, 100, 100, 100, 100, 100, 100, 100};
        Trend trend = Trend.of(every10(13, i -> counts[i]), Floor.COUNT);
        assertThat(trend.decision()).isEqualTo(Decision.SATURATING);
        assertThat(trend.plateau()).isCloseTo(100, within(3.0));
        assertThat(trend.failed()).isEqualTo(Gate.SHAPE);
    }

    @Test
    void aDeployment_isAStep() {
        Trend trend = Trend.of(every10(13, i -> (i < 6 ? 100 : 130) + i % 3), Floor.COUNT);
        assertThat(trend.decision()).isEqualTo(Decision.STEP);
        assertThat(trend.plateau()).isCloseTo(131, within(2.0));
    }

    @Test
    void fallingValues_fall() {
        assertThat(Trend.of(every10(7, i -> (700 - 50 * i) * 1e6), Floor.BYTES).decision())
                .isEqualTo(Decision.FALLING);
        assertThat(Trend.of(every10(13, i -> i < 5 ? 500e6 + i % 2 : 30e6 + i % 3), Floor.BYTES)
                        .decision())
                .isEqualTo(Decision.FALLING);
    }

    @Test
    void aRiseBelowTheFloor_isNotGrowth_andNotFlat() {
        Trend trend = Trend.of(every10(7, i -> 100e6 + 0.6e6 * i), Floor.BYTES);
        assertThat(trend.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(trend.failed()).isEqualTo(Gate.EFFECT);
    }

    @Test
    void aSawTooth_isUndecided() {
        assertThat(Trend.of(every10(13, i -> 100e6 + 100e6 * (i * 7 % 10) / 10), Floor.BYTES)
                        .decision())
                .isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void nothing_isUndecided() {
        assertThat(Trend.of(Series.EMPTY, Floor.COUNT).decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(Trend.of(every10(1, i -> 1), Floor.COUNT).failed()).isEqualTo(Gate.POINTS);
        Series atOnce = Series.of(new double[8], new double[8]);
        assertThat(Trend.of(atOnce, Floor.COUNT).decision()).isEqualTo(Decision.UNDECIDED);
        assertThatThrownBy(() -> new Floor(0, 0.05, 1)).hasMessageContaining("floor: 0.0");
    }

    @Test
    void aDayOfValues_isDecidedQuickly() {
        Trend trend = Trend.of(every10(8640, i -> 1e9 + 2e4 * i + 1e6 * Math.sin(i)), Floor.BYTES);
        assertThat(trend.decision()).isEqualTo(Decision.GROWING);
        assertThat(trend.perMinute()).isCloseTo(1.2e5, within(2e3));
        assertThat(trend.points()).isEqualTo(240);
    }

    private static Series every10(int size, IntToDoubleFunction value) {
        double[] seconds = new double[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            seconds[i] = 10.0 * i;
            values[i] = value.applyAsDouble(i);
        }
        return Series.of(seconds, values);
    }
}
