package io.tidemark.model.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialTest {
    /** Estimates that Go makes on amd64, among them some that differ with {@link StrictMath#exp}. */
    @ParameterizedTest
    @CsvSource({
        "8498082, 67984656, 1048576, 1113864852945, 8910918823560",
        "1902082, 121733248, 4096, 122686765, 7851953002",
        "8240457, 8240457, 65536, 540050710192, 540050710192",
        "2, 296, 52428812144, 708497475, 104857626361"
    })
    void unsampled_smallObjects_isWhatGoComputes(long count, long size, long rate, long objects, long bytes) {
        long[] values = {count, size};
        HeapReader.unsampled(values, 0, rate);
        assertThat(values).containsExactly(objects, bytes);
    }

    @Test
    void of_anyNumber_isThePower() {
        for (double x : new double[] {0, -1e-300, -1e-9, -0.1, -0.5, -1, -3.7, -100, -700, 1, 50, 700}) {
            assertThat(Exponential.of(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-15));
        }
        assertThat(Exponential.of(-800)).isZero();
        assertThat(Exponential.of(800)).isInfinite();
    }
}
