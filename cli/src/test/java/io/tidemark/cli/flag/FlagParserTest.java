package io.tidemark.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What package flag of Go does with the same command lines. */
class FlagParserTest {
    private static final List<Flag> TABLE = List.of(
            new Flag("top", Flag.Kind.BOOL, "", "a switch"),
            new Flag("n", Flag.Kind.INT, "N", "a whole number"),
            new Flag("nf", Flag.Kind.FLOAT, "NUMBER", "a number"),
            new Flag("focus", Flag.Kind.TEXT, "TEXT", "a text"),
            new Flag("base", Flag.Kind.LIST, "SOURCE", "several texts"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -top f             | top   | true  | f
        --top f            | top   | true  | f
        -top=0 f           | top   | false | f
        -top false         | top   | true  | false
        -focus a f         | focus | a     | f
        -focus=a f         | focus | a     | f
        --focus=a=b f      | focus | a=b   | f
        -focus= f          | focus | ''    | f
        -focus -top f      | focus | -top  | f
        -focus -- f        | focus | --    | f
        -focus a -focus b f | focus | b    | f
        -n 0x10 f          | n     | 16    | f
        -nf=.5 f           | nf    | .5    | f
        -n 1 -- -n 2       | n     | 1     | -n 2
        -n 1 f -n 2        | n     | 1     | f -n 2
        -n 1 - -n 2        | n     | 1     | - -n 2
        """)
    void parse_flags_asGoDoes(String line, String name, String value, String rest) throws UsageException {
        FlagValues values = FlagParser.parse(TABLE, List.of(line.split(" ")));
        assertThat(values.text(name)).isEqualTo(value);
        assertThat(String.join(" ", values.arguments())).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ---top        | ---top: not a flag (expected -name or -name=value)
        -=x           | -=x: not a flag (expected -name or -name=value)
        --=x          | --=x: not a flag (expected -name or -name=value)
        -tpo f        | -tpo: no such flag (did you mean -top?)
        -xyzzy f      | -xyzzy: no such flag; -h shows them all
        -top=maybe f  | -top: 'maybe' (expected true or false)
        -n=many f     | -n: 'many' (expected a whole number)
        -nf=1/2 f     | -nf: '1/2' (expected a number)
        -focus        | -focus: no value (expected TEXT after it)
        """)
    void parse_otherText_isRefused(String line, String message) {
        assertThatThrownBy(() -> FlagParser.parse(TABLE, List.of(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void parse_help_stopsThere() throws UsageException {
        assertThat(FlagParser.parse(TABLE, List.of("-top", "-help", "-xyzzy")).asksForHelp())
                .isTrue();
        assertThat(FlagParser.parse(TABLE, List.of("--h")).asksForHelp()).isTrue();
        assertThat(FlagParser.parse(TABLE, List.of("f", "-h")).asksForHelp()).isFalse();
    }

    @Test
    void list_flagSeveralTimes_hasAllValuesButEmptyOnes() throws UsageException {
        FlagValues values = FlagParser.parse(TABLE, List.of("-base", "a", "-base=", "-base=b"));
        assertThat(values.list("base")).containsExactly("a", "b");
        assertThat(values.list("focus")).isEmpty();
    }

    @Test
    void values_notGiven_areTheDefaults() throws UsageException {
        FlagValues values = FlagParser.parse(TABLE, List.of());
        assertThat(values.text("focus")).isNull();
        assertThat(values.is("top")).isFalse();
        assertThat(values.integer("n", -1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"tpo,top", "fucos,focus", "focsu,focus", "bas,base", "zzzzz,", "rel,relative_percentages"})
    void nearest_misspeltName_isFound(String name, String meant) {
        assertThat(Nearest.of(name, List.of("top", "focus", "base", "relative_percentages")))
                .isEqualTo(meant);
    }
}
