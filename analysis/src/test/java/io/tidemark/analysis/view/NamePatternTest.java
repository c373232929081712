package io.tidemark.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.tidemark.analysis.report.ReportException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    private static final List<String> NAMES =
            List.of("", "main", "main.main", "net/http.(*conn).serve", "a|b", "main\\.x", "Main", "größer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "main\\.main",
                "net/http|main",
                "|",
                "a||b",
                "\\|",
                "\\(\\*conn\\)",
                "\\\\",
                "größer",
                "x|y",
                "^main$",
                "m.in",
                "(?i)MAIN",
                "\\d",
                "[a-m]ain",
                "ma(in)?",
                "\\Qmain.main\\E"
            })
    void compile_expression_matchesAsRe2Does(String expression) throws ReportException {
        for (String name : NAMES) {
            assertThat(NamePattern.compile("focus", expression).test(name))
                    .as("%s in %s", expression, name)
                    .isEqualTo(Pattern.compile(expression).matcher(name).find());
        }
    }

    @Test
    void compile_wordsAndBars_needNoEngine() throws ReportException {
        assertThat(NamePattern.compile("focus", "main\\.x|net/http")).isNotInstanceOf(Re2Pattern.class);
        assertThat(NamePattern.compile("focus", "^main")).isInstanceOf(Re2Pattern.class);
    }

    @Test
    void compile_noExpression_saysWhy() {
        assertThatThrownBy(() -> NamePattern.compile("hide", "main("))
                .isInstanceOf(ReportException.class)
                .hasMessage("hide: 'main(' (expected a regular expression: missing closing ))");
        assertThatThrownBy(() -> NamePattern.compile("hide", "a**"))
                .hasMessage("hide: 'a**' (expected a regular expression: invalid nested repetition operator in '**')");
        assertThatThrownBy(() -> NamePattern.compile("hide", "(".repeat(100_000)))
                .isInstanceOf(ReportException.class);
    }
}
