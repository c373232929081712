package io.tidemark.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "512, 512 B",
        "-512, -512 B",
        "1000, 0.98 KiB",
        "98304, 96 KiB",
        "1048576, 1 MiB",
        "1310720, 1.25 MiB",
        "222700000, 212 MiB",
        "1e12, 931 GiB"
    })
    void bytes_haveThreeDigits(double bytes, String expected) {
        assertThat(Quantity.bytes(bytes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "45.2, 45 seconds",
        "90, 90 seconds",
        "2280, 38 minutes",
        "20000, 5.6 hours",
        "1e6, 12 days"
    })
    void time_isInTheUnitThatFits(double seconds, String expected) {
        assertThat(Quantity.time(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"0.97; 1.0", "432; 432", "12345; 12,345", "-1234567; -1,234,567"},
            delimiter = ';')
    void count_isGrouped(double count, String expected) {
        assertThat(Quantity.count(count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.94, 94 %", "0.003, 0.3 %", "1, 100 %"})
    void percent_isShort(double share, String expected) {
        assertThat(Quantity.percent(share)).isEqualTo(expected);
    }
}
