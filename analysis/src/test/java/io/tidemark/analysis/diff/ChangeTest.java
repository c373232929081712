package io.tidemark.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 12, new, new",
        "12, 0, gone, gone",
        "8, 10, +25.0%, more",
        "8, 100, 12.5x, more",
        "10, 8, -20.0%, less",
        "-10, -5, +50.0%, more",
        "3, 3, '', same",
        "0, 0, '', same",
    })
    void relative_isToldInWords(long before, long after, String relative, String state) {
        Change change = new Change(before, after);
        assertThat(change.relative()).isEqualTo(relative);
        assertThat(change.state()).isEqualTo(state);
        assertThat(change.amount()).isEqualTo(after - before);
    }
}
