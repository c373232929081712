package io.tidemark.collect.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CppNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    f                                           | f
                    ns::f<int>                                  | ns::f
                    A<B<C> >::g<&(h<1>)>                        | A::g
                    A<((1)>(2))>::f                             | A::f
                    std::operator<< <char>                      | std::operator<<
                    operator< <int>                             | operator<
                    A<int>::operator-><B>                       | A::operator->
                    A::operator<=><B>                           | A::operator<=>
                    A<&B::operator< >::f                        | A::f
                    myoperator<int>                             | myoperator
                    {lambda(std::vector<int>)#1}::operator()    | {lambda(std::vector)#1}::operator()
                    A<decltype(x->y)>::f                        | A::f
                    f<                                          | f
                    """)
    void withoutTemplates_anyName_hasNone(String name, String want) {
        assertThat(CppName.withoutTemplates(name)).isEqualTo(want);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    f(int)                                                    | f(int)
                    f(int)::table                                             | f()::table
                    (anonymous namespace)::f(int)::table                      | (anonymous namespace)::f()::table
                    f(int)::{lambda(char)#1}::operator()(char) const::x       | f()::{lambda(char)#1}::operator()() const::x
                    A<g(int)::{lambda()#1}>::f                                | A<g()::{lambda()#1}>::f
                    A<void (B)>::f                                            | A<void (B)>::f
                    f(void (*)(int)) const &::g                               | f() const &::g
                    """)
    void withoutEnclosingParameters_localName_isShort(String name, String want) {
        assertThat(CppName.withoutEnclosingParameters(name)).isEqualTo(want);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A<B<C>>                        | A<B<C> >
                    A<B<C<D>>>::operator>>(E<F>)   | A<B<C<D> > >::operator>>(E<F>)
                    """)
    void withSpaces_brackets_areApart(String name, String want) {
        assertThat(CppName.withSpaces(name)).isEqualTo(want);
    }
}
