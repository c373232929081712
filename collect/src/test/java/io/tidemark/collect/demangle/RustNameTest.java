package io.tidemark.collect.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    core::ptr::drop::<T>                        | core::ptr::drop::<>
                    <a::Vec<T> as b::Drop>::drop                | <a::Vec<> as b::Drop>::drop
                    <a::F<fn() -> B<C>>>::new                   | <a::F<>>::new
                    core::ptr::<impl *mut T>::is_null           | core::ptr::<impl *mut T>::is_null
                    """)
    void withoutArguments_path_keepsItsTypes(String name, String want) {
        assertThat(RustName.withoutArguments(name)).isEqualTo(want);
    }

    @Test
    void isMangled_nameWithHash_isOfRust() {
        assertThat(RustName.isMangled("_ZN3foo3bar17h05af221e174051e9E")).isTrue();
        assertThat(RustName.isMangled("_ZN3foo3bar17h05af221e174051e9E.llvm.1")).isTrue();
        assertThat(RustName.isMangled("_RNvC6_123foo3bar")).isTrue();
        assertThat(RustName.isMangled("_ZN3foo17handle_everythingE")).isFalse();
        assertThat(RustName.isMangled("_Z3foov")).isFalse();
    }
}
