package io.tidemark.lab.score.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 5", "0.9, 9", "0.91, 10", "1, 10"})
    void of_oneToTen_isTheSmallestThatIsEnough(double share, double expected) {
        assertThat(Quantile.of(share, DoubleStream.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)))
                .isEqualTo(expected);
    }
}
