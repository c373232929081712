package io.tidemark.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static double rise(double... values) {
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> 5.0 * i);
        return Series.of(seconds, values).rise();
    }

    @Test
    void rise_ofALine_isNearlyItsChange() {
        assertThat(rise(0, 10, 20, 30, 40, 50, 60, 70, 80)).isEqualTo(60);
    }

    @Test
    void rise_ofASaw_isNone() {
        assertThat(rise(59, 59, 109, 59, 109, 59, 109, 59, 109, 59, 109, 59, 109))
                .isZero();
    }

    @Test
    void rise_afterOneLowValue_isThatOfTheOthers() {
        assertThat(rise(24, 11, 34, 33, 24, 24, 25)).isLessThan(10);
    }

    @Test
    void rise_ofFewValues_isTheChange() {
        assertThat(rise(3, 9, 5)).isEqualTo(2);
        assertThat(Series.EMPTY.rise()).isZero();
    }
}
