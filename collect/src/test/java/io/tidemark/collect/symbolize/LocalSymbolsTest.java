package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.binary.Tower;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are those of Linux")
class LocalSymbolsTest {
    @TempDir
    private Path directory;

    private final List<String> messages = new ArrayList<>();

    private static Profile profile(Mapping... mappings) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        for (Mapping mapping : mappings) {
            int index = b.mapping(mapping);
            b.location(2 * index + 1, index, Tower.MIX, false);
            b.location(2 * index + 2, index, Tower.CALL, false);
        }
        return b.build();
    }

    private Profile symbolize(Tools tools, String mode, Profile profile) throws IOException {
        Post none = (url, body) -> {
            throw new IOException("nobody is asked");
        };
        return new Symbolizer(tools, none, messages::add)
                .symbolize(profile, SymbolizeMode.parse(mode, messages::add), new MappingSources());
    }

    private static List<String> lines(Profile profile, int location) {
        Locations locations = profile.locations();
        List<String> lines = new ArrayList<>();
        for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
            int function = locations.function(line);
            lines.add(profile.functions().name(function) + " "
                    + profile.functions().filename(function) + ":" + locations.line(line));
        }
        return lines;
    }

    @Test
    void symbolize_binaryIsThere_locationsHaveLines() throws IOException {
        Tools tools = Tower.tools("");
        Tower.require(tools.llvmSymbolizer().or(tools::addr2line), "addr2line");
        Tower.require(tools.cxxfilt(), "c++filt");
        String file = Tower.in(directory).toString();
        Profile symbolised = symbolize(tools, "", profile(Tower.mapping(file)));
        assertThat(lines(symbolised, 0))
                .containsExactly(
                        "tower::mix /src/tower.cc:11",
                        "tower::twice /src/tower.cc:15",
                        "tower::climb /src/tower.cc:29");
        assertThat(lines(symbolised, 1)).containsExactly("tower::climb /src/tower.cc:31");
        assertThat(symbolised.mappings().get(0).symbols()).isEqualTo(new Mapping.Symbols(true, true, true, true));
        assertThat(messages).isEmpty();
        assertThat(symbolize(tools, "", symbolised)).as("it is done already").isSameAs(symbolised);
    }

    @Test
    void symbolize_fast_asksForNamesOnly() throws IOException {
        Tools tools = Tower.tools("");
        Tower.require(tools.nm(), "nm");
        String file = Tower.in(directory).toString();
        Profile symbolised = symbolize(tools, "fastlocal:demangle=none", profile(Tower.mapping(file)));
        assertThat(lines(symbolised, 0)).containsExactly("_ZN5tower5climbEj :0");
        assertThat(symbolised.mappings().get(0).symbols()).isEqualTo(new Mapping.Symbols(true, false, false, true));
    }

    @Test
    void symbolize_binaryIsMissing_saysSo() throws IOException {
        Profile profile = profile(
                Tower.mapping("/nowhere/app"),
                Tower.mapping("").withId(2),
                Tower.mapping("[vdso]").withId(3),
                Tower.mapping("http://host/debug/pprof/heap").withId(4));
        assertThat(symbolize(Tower.tools(""), "local", profile)).isSameAs(profile);
        assertThat(messages)
                .containsExactly(
                        "Local symbolization failed for app: stat /nowhere/app: no such file or directory",
                        "Some binary filenames not available. Symbolization may be incomplete.\n"
                                + "Try setting PPROF_BINARY_PATH to the search path for local binaries.");
    }

    @Test
    void symbolize_mainBinaryHasNoName_saysSo() throws IOException {
        Profile profile = profile(Tower.mapping(""));
        assertThat(symbolize(Tower.tools(""), "local", profile)).isSameAs(profile);
        assertThat(messages).containsExactly("Main binary filename not available.");
    }

    @Test
    void symbolize_textWithoutBinary_isComplete() throws IOException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        b.location(1, b.mapping(Tower.mapping("")), 0, false);
        b.line(b.function("main", "main.c"), 3, 0);
        Profile profile = b.build();
        assertThat(symbolize(Tower.tools(""), "local", profile)).isSameAs(profile);
        assertThat(messages).isEmpty();
    }

    @Test
    void symbolize_otherBuild_isNotUsed() throws IOException {
        String file = Tower.in(directory).toString();
        Profile profile = profile(Tower.mapping(file).withBuildId("abcd"));
        assertThat(symbolize(Tower.tools(""), "local", profile)).isSameAs(profile);
        assertThat(messages).containsExactly("Local symbolization failed for tower (build ID abcd): build ID mismatch");
    }

    @Test
    void symbolize_withoutTools_saysSo() throws IOException {
        String file = Tower.in(directory).toString();
        Profile profile = profile(Tower.mapping(file));
        Tools none = new Tools("/nowhere", Map.of(), Duration.ofSeconds(1));
        assertThat(symbolize(none, "local", profile)).isSameAs(profile);
        assertThat(messages)
                .containsExactly(
                        "Local symbolization failed for tower: none of llvm-symbolizer, addr2line and nm found");
    }

    @Test
    void symbolize_none_doesNothing() throws IOException {
        Profile profile = profile(Tower.mapping("/nowhere/app"));
        assertThat(symbolize(Tower.tools(""), "none", profile)).isSameAs(profile);
        assertThat(messages).isEmpty();
    }
}
