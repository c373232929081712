package io.tidemark.collect.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {
    @ParameterizedTest
    @CsvSource({
        "com.foo.Bar, com.foo.Bar",
        "com.foo.Bar$$Lambda$14.0x00007f0b14000a08, com.foo.Bar$$Lambda",
        "com.foo.Bar$$Lambda/0x0000000800c03000, com.foo.Bar$$Lambda",
        "com.foo.Bar$$Lambda$14+0x0000000800c03000.123, com.foo.Bar$$Lambda",
        "java.lang.invoke.LambdaForm$MH/0x0000000800c03000, java.lang.invoke.LambdaForm$MH",
        "com.foo.Color0x, com.foo.Color0x",
    })
    void stable_hiddenClass_losesItsAddress(String name, String expected) {
        assertThat(ClassNames.stable(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "com.foo.Bar, com/foo/Bar.java",
        "com.foo.Bar$Nested$1, com/foo/Bar.java",
        "Main, Main.java",
        "$Proxy12, $Proxy12.java",
        "com.foo.$Proxy12, com/foo/$Proxy12.java",
        "'', .java",
    })
    void file_class_isWhereJavaHasIt(String name, String expected) {
        assertThat(ClassNames.file(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.String, java.lang.String",
        "[Ljava.lang.String;, java.lang.String[]",
        "[[B, byte[][]",
        "[I, int[]",
        "[, [",
        "[Q, Q[]",
    })
    void readable_array_isAsInJava(String name, String expected) {
        assertThat(ClassNames.readable(name)).isEqualTo(expected);
    }
}
