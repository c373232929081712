package io.tidemark.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.LabelSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFilterTest {
    private static final LabelSet LABELS = new LabelSet.Builder()
            .text("endpoint", "/orders")
            .text("method", "GET")
            .number("bytes", 32 << 10, "")
            .number("latency", 250, "")
            .build();
    private static final Map<String, String> UNITS = Map.of("bytes", "bytes", "latency", "ms");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32kb",
                "bytes=32kb",
                ":1mb",
                "32kb:",
                "1kb:64kb",
                "bytes=16kb:32kb",
                "latency=:1s",
                "250ms",
                "+32kb",
                "-5kb:1mb",
                "orders",
                "orders,GET",
                "endpoint:/orders",
                "endpoint=users,orders",
                "method=^GET$"
            })
    void test_labelOfTheKindOrInTheRange_matches(String text) throws ReportException {
        assertThat(LabelFilter.parse("tagfocus", text, UNITS).test(LABELS)).isTrue();
    }

    /** A number without a unit is not one of bytes, and what is almost a range is an expression. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "31kb",
                "latency=32kb",
                ":1kb",
                "33kb:",
                "1kb:2kb",
                "1s:",
                "32768",
                "32kb:x",
                "1kb2",
                "1:2:3",
                "orders,POST",
                "method=orders",
                "x=GET"
            })
    void test_otherLabels_doesNotMatch(String text) throws ReportException {
        assertThat(LabelFilter.parse("tagfocus", text, UNITS).test(LABELS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1kb,true", "1kb:2mb,true", "1kb:2s,false", "kb,false", "1kb:2kb:3kb,false", ":,false", "a=5:,true"})
    void isRange_asWritten_tellsRangesFromExpressions(String text, boolean isRange) throws ReportException {
        assertThat(LabelFilter.parse("tagfocus", text, UNITS).isRange()).isEqualTo(isRange);
    }

    @Test
    void parse_numberTooLarge_isRefused() {
        assertThatThrownBy(() -> LabelFilter.parse("tagfocus", "9223372036854775808kb", UNITS))
                .isInstanceOf(ReportException.class)
                .hasMessage("tagfocus: 9223372036854775808kb (expected a number of at most 64 bits)");
    }
}
