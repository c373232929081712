package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.demangle.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymbolizeModeTest {
    private final List<String> messages = new ArrayList<>();

    private SymbolizeMode parse(String text) {
        return SymbolizeMode.parse(text, messages::add);
    }

    @Test
    void parse_words_combine() {
        assertThat(parse("")).isEqualTo(SymbolizeMode.DEFAULT);
        assertThat(parse("local")).isEqualTo(new SymbolizeMode(true, false, false, false, simple(), false));
        assertThat(parse("FastLocal")).isEqualTo(new SymbolizeMode(true, false, true, false, simple(), false));
        assertThat(parse("remote:force")).isEqualTo(new SymbolizeMode(false, true, false, true, simple(), false));
        assertThat(parse("local:demangle=full"))
                .isEqualTo(new SymbolizeMode(true, false, false, true, Optional.of(Style.FULL), false));
        assertThat(parse("demangle=templates").demangle()).contains(Style.TEMPLATES);
        assertThat(parse("demangle=none"))
                .isEqualTo(new SymbolizeMode(true, true, false, true, Optional.empty(), false));
        assertThat(parse("demangle=default")).isEqualTo(SymbolizeMode.DEFAULT);
        assertThat(parse("local:none").none()).isTrue();
        assertThat(messages).isEmpty();
    }

    @Test
    void parse_unknownWord_isReportedAndLeftOut() {
        assertThat(parse("fast:local").local()).isTrue();
        assertThat(messages)
                .containsExactly(
                        "ignoring unrecognized symbolization option: fast:local",
                        "expecting -symbolize=[local|fastlocal|remote|none][:force][:demangle=[none|full|templates|default]");
    }

    private static Optional<Style> simple() {
        return Optional.of(Style.SIMPLE);
    }
}
