package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.signal.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClimbTest {
    private static boolean is(double... values) {
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> 10.0 * i);
        return Climb.is(Series.of(seconds, values));
    }

    @Test
    void stuttering_isOne() {
        assertThat(is(34, 59, 84, 109, 134, 159, 184, 209, 226, 227, 232)).isTrue();
    }

    @Test
    void whatComesToAnEnd_isNone() {
        assertThat(is(10, 200, 320, 380, 400, 400, 400)).isFalse();
        assertThat(is(10, 200, 320, 380, 400, 405, 408, 409, 410)).isFalse();
    }

    @Test
    void whatEverFalls_isNone() {
        assertThat(is(10, 20, 30, 40, 39, 50, 60, 70)).isFalse();
    }

    @Test
    void little_isNone() {
        assertThat(is(10, 11, 12, 13, 14, 15, 16)).isFalse();
        assertThat(is(1000, 1010, 1020, 1030, 1040, 1050, 1060)).isFalse();
        assertThat(is(10, 200, 300)).isFalse();
    }
}
