package io.tidemark.collect.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.binary.Tower;
import io.tidemark.collect.tool.Tools;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemanglerTest {
    private static final Tools NONE = new Tools("/nowhere", Map.of(), Duration.ofSeconds(1));

    private static Demangler demangler() {
        Tools tools = Tower.tools("");
        Tower.require(tools.cxxfilt(), "c++filt");
        return new Demangler(tools);
    }

    @Test
    void demangle_styles_showMoreOrLess() throws IOException {
        String name = "_ZN5tower4foldImEET_S1_i";
        Demangler demangler = demangler();
        assertThat(demangler.demangle(List.of(name), Style.SIMPLE)).containsExactly(Map.entry(name, "tower::fold"));
        assertThat(demangler.demangle(List.of(name), Style.TEMPLATES))
                .containsExactly(Map.entry(name, "tower::fold<unsigned long>"));
        assertThat(demangler.demangle(List.of(name), Style.FULL))
                .containsExactly(Map.entry(name, "unsigned long tower::fold<unsigned long>(unsigned long, int)"));
    }

    @Test
    void demangle_namesOfManyKinds_areThoseOfPprof() throws IOException {
        Map<String, String> names = demangler()
                .demangle(
                        List.of(
                                "_ZNSt6vectorIiSaIiEE9push_backERKi",
                                "_ZN10AltHashing12compute_seedEv.cold",
                                "__Z3foov",
                                "___Z3foov_block_invoke_2",
                                "_ZN4core3ptr13drop_in_place17h05af221e174051e9E",
                                "_RNvC6_123foo3bar",
                                "_ZdlPv@GLIBCXX_3.4",
                                "_Zone",
                                "_Rb_tree_increment",
                                "main"),
                        Style.SIMPLE);
        assertThat(names)
                .containsOnly(
                        Map.entry("_ZNSt6vectorIiSaIiEE9push_backERKi", "std::vector::push_back"),
                        Map.entry("_ZN10AltHashing12compute_seedEv.cold", "AltHashing::compute_seed"),
                        Map.entry("__Z3foov", "foo"),
                        Map.entry("___Z3foov_block_invoke_2", "invocation function for block in foo"),
                        Map.entry("_ZN4core3ptr13drop_in_place17h05af221e174051e9E", "core::ptr::drop_in_place"),
                        Map.entry("_RNvC6_123foo3bar", "123foo::bar"),
                        Map.entry("_ZdlPv@GLIBCXX_3.4", "operator delete"));
    }

    @Test
    void demangle_moreNamesThanAPipeHolds_areAllAnswered() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            String name = "name" + i;
            names.add("_ZN1a" + name.length() + name + "IiEEvT_");
        }
        assertThat(demangler().demangle(names, Style.SIMPLE))
                .hasSize(names.size())
                .containsEntry("_ZN1a9name49999IiEEvT_", "a::name49999");
    }

    @Test
    void demangle_withoutTool_isRefusedOnlyWhenNeeded() throws IOException {
        assertThat(new Demangler(NONE).demangle(List.of("main.main"), Style.SIMPLE))
                .isEmpty();
        assertThatThrownBy(() -> new Demangler(NONE).demangle(List.of("_Z1fv"), Style.SIMPLE))
                .hasMessageStartingWith("c++filt not found");
    }
}
