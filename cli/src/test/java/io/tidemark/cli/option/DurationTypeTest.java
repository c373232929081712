package io.tidemark.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTypeTest {
    private final DurationType type = new DurationType();

    @ParameterizedTest
    @CsvSource({"10s, PT10S", "5m, PT5M", "1h, PT1H", "1h30m, PT1H30M", "500ms, PT0.5S", "0s, PT0S"})
    void convert_whatPeopleWrite_isADuration(String text, Duration expected) {
        assertThat(type.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "10 s", "10s5", "-1s", "1.5h", "9999999999s", "10S"})
    void convert_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> type.convert(text)).hasMessage(text + " (expected a duration such as 10s, 5m or 1h)");
    }

    @Test
    void convert_manyParts_areAddedUp() {
        assertThat(type.convert("1m1m")).isEqualTo(Duration.ofMinutes(2));
    }
}
