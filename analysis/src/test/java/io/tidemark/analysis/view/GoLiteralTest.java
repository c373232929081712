package io.tidemark.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoLiteralTest {
    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "+7,7", "007,7", "-9223372036854775808,-9223372036854775808"})
    void decimal_number_isRead(String text, long value) {
        assertThat(GoLiteral.decimal(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", " 1", "1_000", "0x1", "9223372036854775808", "\u0661"})
    void decimal_otherText_isRefused(String text) {
        assertThatThrownBy(() -> GoLiteral.decimal(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0x1F,31", "-0X1f,-31", "0b101,5", "0o17,15", "017,15", "1_000,1000", "0x_ff,255", "0_7,7"})
    void integer_inAnyBase_isRead(String text, long value) {
        assertThat(GoLiteral.integer(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "08", "_1", "1_", "1__0", "0b2", "--1", "1e3"})
    void integer_otherText_isRefused(String text) {
        assertThatThrownBy(() -> GoLiteral.integer(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.005,0.005", "1e-3,0.001", ".5,0.5", "5.,5", "0x1p-2,0.25", "-Inf,-Infinity", "nan,NaN"})
    void real_number_isRead(String text, double value) {
        assertThat(GoLiteral.real(text)).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "1f", " 1", "1e400", "+nan", "0x1", "Infinit", "."})
    void real_otherText_isRefused(String text) {
        assertThatThrownBy(() -> GoLiteral.real(text)).isInstanceOf(NumberFormatException.class);
    }
}
