package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.demangle.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    main.main                            | main.main
                    main.(*T).f                          | main.(*T).f
                    main.(*T[...]).f                     | main.(*T[...]).f
                    main.(*T[go.shape.int]).f.func1      | main.(*T[go.shape.int]).f.func1
                    slices.Sort[...]                     | slices.Sort[...]
                    main.f[...](x)                       | main.f[...]
                    java.lang.String.<init>(char[])      | java.lang.String.<init>(char[])
                    java.util.Map.get(Object[])          | java.util.Map.get
                    ns::f(int)                           | ns::f
                    f(int)                               | f(int)
                    ns::f<A<int>>(char (*)(int)) const   | ns::f const
                    a<b<c>d>e(f(g)h)i                    | aei
                    (anonymous namespace)::f             | ::f
                    ns::operator<                        | ns::operator<
                    ns::operator>(a)                     | ns::operator>
                    a::b)c(d)                            | a::b)c(d)
                    a::b(c)d)e(f)                        | a::bd)e(f)
                    a::b(c)d(e(f)                        | a::bd(e(f)
                    """)
    void shortened_nameThatLooksDemangled_losesItsParameters(String name, String want) {
        assertThat(PlainName.shortened(name, Style.SIMPLE)).isEqualTo(want);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TEMPLATES | ns::f<int>(char) | ns::f<int>
                    FULL      | ns::f<int>(char) | ns::f<int>(char)
                    """)
    void shortened_styles_keepMore(Style style, String name, String want) {
        assertThat(PlainName.shortened(name, style)).isEqualTo(want);
    }
}
