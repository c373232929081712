package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.binary.Tower;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableNamesTest {
    private static final Tools NONE = new Tools("/nowhere", Map.of(), Duration.ofSeconds(1));

    private final List<String> messages = new ArrayList<>();

    /** A profile of functions with a name and a system name each. */
    private static Profile profile(String... names) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        for (int i = 0; i < names.length; i += 2) {
            b.function(
                    i + 1,
                    b.strings().intern(names[i]),
                    b.strings().intern(names[i + 1]),
                    b.strings().intern("a.c"),
                    0);
        }
        return b.build();
    }

    private static List<String> names(Profile profile) {
        Functions functions = profile.functions();
        List<String> names = new ArrayList<>();
        for (int f = 0; f < functions.size(); f++) {
            names.add(functions.name(f));
        }
        return names;
    }

    private Profile apply(Tools tools, String mode, Profile profile) {
        return new ReadableNames(tools, SymbolizeMode.parse(mode, messages::add), messages::add).apply(profile);
    }

    @Test
    void apply_namesOfGo_areLeftAlone() throws MalformedProfileException {
        Profile profile = profile(
                "main.main", "main.main", "_cgo_f", "_cgo_f", "slices.Sort[...]", "slices.Sort[...]", "_R", "_R");
        assertThat(apply(NONE, "", profile)).isSameAs(profile);
        assertThat(messages).as("no tool was needed").isEmpty();
    }

    @Test
    void apply_namesOfCpp_areShort() throws MalformedProfileException {
        Profile profile = profile("ns::f(int)", "ns::f(int)", "", "ns::g<int>", "kept(int)", "_Z4keptv", "", "");
        assertThat(names(apply(NONE, "", profile))).containsExactly("ns::f", "ns::g", "kept(int)", "");
        assertThat(names(apply(NONE, "demangle=none", profile))).containsExactly("ns::f(int)", "", "_Z4keptv", "");
        assertThat(messages).isEmpty();
    }

    @Test
    void apply_mangledNames_areDemangled() throws MalformedProfileException {
        Tools tools = Tower.tools("");
        Tower.require(tools.cxxfilt(), "c++filt");
        Profile profile = profile("_Z1fi", "_Z1fi", "done", "_Z1gi", "_Zno", "_Zno", "_Z1fi", "_Z1fi");
        assertThat(names(apply(tools, "", profile))).containsExactly("f", "done", "_Zno", "f");
        assertThat(names(apply(tools, "force", profile))).containsExactly("f", "g", "_Zno", "f");
        assertThat(names(apply(tools, "demangle=full", profile))).containsExactly("f(int)", "g(int)", "_Zno", "f(int)");
    }

    @Test
    void apply_mangledNamesWithoutTool_stayWithAMessage() throws MalformedProfileException {
        Profile profile = profile("_Z1fi", "_Z1fi", "ns::f(int)", "ns::f(int)");
        assertThat(names(apply(NONE, "", profile))).containsExactly("_Z1fi", "ns::f");
        assertThat(messages).singleElement().asString().startsWith("Mangled names stay as they are: c++filt not found");
    }
}
