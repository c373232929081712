package io.tidemark.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
    @Test
    void initial_always_hasTheDefaultsOfPprof() {
        View view = View.INITIAL;
        assertThat(view.text(Setting.UNIT)).isEqualTo("minimum");
        assertThat(view.integer(Setting.NODECOUNT)).isEqualTo(-1);
        assertThat(view.text(Setting.NODEFRACTION)).isEqualTo("0.005");
        assertThat(view.text(Setting.EDGEFRACTION)).isEqualTo("0.001");
        assertThat(view.text(Setting.DIVIDE_BY)).isEqualTo("1");
        assertThat(view.is(Setting.TRIM)).isTrue();
        assertThat(view.text(Setting.SORT)).isEqualTo("flat");
        assertThat(view.text(Setting.GRANULARITY)).isEmpty();
        assertThat(view).hasToString("");
    }

    @Test
    void with_always_leavesTheOriginalAlone() {
        View focused = View.INITIAL.with("focus", "main");
        assertThat(focused).hasToString("focus=main").isNotEqualTo(View.INITIAL);
        assertThat(View.INITIAL.text(Setting.FOCUS)).isEmpty();
        assertThat(focused.with("focus", "")).isEqualTo(View.INITIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "T", "yes", "Y", "1"})
    void with_wordForTrue_switchesOn(String word) {
        assertThat(View.INITIAL.with("mean", word).is(Setting.MEAN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "F", "no", "N", "0"})
    void with_wordForFalse_switchesOff(String word) {
        assertThat(View.INITIAL.with("trim", word).is(Setting.TRIM)).isFalse();
    }

    @Test
    void with_choiceByItsName_setsItsGroup() {
        assertThat(View.INITIAL.with("cum", "true").text(Setting.SORT)).isEqualTo("cum");
        assertThat(View.INITIAL.with("lines", "1").text(Setting.GRANULARITY)).isEqualTo("lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mean         | perhaps | mean: 'perhaps' (expected true or false)
        nodecount    | 0x10    | nodecount: '0x10' (expected a whole number)
        nodefraction | 1d      | nodefraction: '1d' (expected a number)
        sort         | up      | sort: 'up' (expected cum, flat)
        cum          | ''      | cum: '' (expected true; or say sort=cum, or another of its values)
        colour       | red     | colour: no such setting
        """)
    void with_valueThatIsNone_saysWhatIsExpected(String name, String value, String message) {
        assertThatThrownBy(() -> View.INITIAL.with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void integer_tooLargeForAnInt_isTheLargest() {
        assertThat(View.INITIAL.with("nodecount", "99999999999").integer(Setting.NODECOUNT))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void table_always_hasOneSettingForEachNameAndParameter() {
        assertThat(Setting.ALL).extracting(Setting::label).doesNotHaveDuplicates();
        assertThat(Setting.ALL)
                .extracting(Setting::parameter)
                .filteredOn(parameter -> !parameter.isEmpty())
                .doesNotHaveDuplicates();
        assertThat(Setting.ALL).allSatisfy(setting -> assertThat(Setting.named(setting.label()))
                .isSameAs(setting));
    }
}
