package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteSymbolsTest {
    private static final String URL = "http://host:80/pprof/heap?seconds=5";

    private final List<String> requests = new ArrayList<>();

    private static Profile profile(Mapping mapping) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        int known = b.location("known", "a.c", 3);
        int app = b.mapping(mapping);
        b.location(7, app, 0x1010, false);
        b.location(8, app, 0x1020, false);
        b.location(9, -1, 0x1010, false);
        b.location(10, app, 0, false);
        assertThat(known).isZero();
        return b.build();
    }

    private static Mapping mapping(String file) {
        return new Mapping(1, 0x1000, 0x2000, 0, file, "", Mapping.Symbols.NONE);
    }

    private Post server(String answer) {
        return (url, body) -> {
            requests.add(url + " " + body);
            return answer.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static List<String> names(Profile profile) {
        Locations locations = profile.locations();
        List<String> names = new ArrayList<>();
        for (int location = 0; location < locations.size(); location++) {
            names.add(
                    locations.lineCount(location) == 0
                            ? "-"
                            : profile.functions().name(locations.function(locations.lineStart(location))));
        }
        return names;
    }

    @Test
    void add_serverKnows_locationsHaveFunctions() throws IOException {
        MappingSources sources = new MappingSources();
        Profile profile = sources.add(profile(mapping("")), URL);
        assertThat(profile.mappings().get(0).file()).isEqualTo(URL);
        Profile symbolised = RemoteSymbols.add(
                profile, false, sources, server("num_symbols: 1\n0x1010 f(int)\n0x1020\tg\n0x1020 cut off"));
        assertThat(requests).containsExactly("http://host:80/pprof/symbol 0x1010+0x1020");
        assertThat(names(symbolised)).containsExactly("known", "f(int)", "g", "-", "-");
        assertThat(symbolised.mappings().get(0).symbols().functions()).isTrue();
        assertThat(MappingSources.withoutUrls(symbolised).mappings().get(0).file())
                .isEmpty();
    }

    @Test
    void add_mappingThatHasMoved_isAskedWhereItWas() throws IOException {
        MappingSources sources = new MappingSources();
        sources.add(profile(mapping("/bin/app")), URL);
        Mapping moved = new Mapping(1, 0, 0x1000, 0, "/bin/app", "", Mapping.Symbols.NONE);
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        b.location(1, b.mapping(moved), 0x10, false);
        Profile symbolised = RemoteSymbols.add(b.build(), false, sources, server("0x1010 f\n"));
        assertThat(requests).containsExactly("http://host:80/pprof/symbol 0x1010");
        assertThat(names(symbolised)).containsExactly("f");
    }

    @Test
    void add_nothingToAsk_nobodyIsAsked() throws IOException {
        Profile profile = profile(mapping("/bin/app"));
        assertThat(RemoteSymbols.add(profile, true, new MappingSources(), server("")))
                .isSameAs(profile);
        MappingSources sources = new MappingSources();
        sources.add(profile, "/tmp/file.pb.gz");
        Mapping.Symbols known = new Mapping.Symbols(true, false, false, false);
        RemoteSymbols.add(profile, false, sources, server(""));
        RemoteSymbols.add(profile(mapping("/bin/app").withSymbols(known)), false, sources, server(""));
        assertThat(requests).isEmpty();
    }

    @Test
    void add_answerThatCannotBe_isRefused() throws IOException {
        MappingSources sources = new MappingSources();
        Profile profile = sources.add(profile(mapping("/bin/app")), URL);
        assertThatThrownBy(() -> RemoteSymbols.add(profile, false, sources, server("0x12345678901234567 f\n")))
                .hasMessage("unexpected address 0x12345678901234567 from the server");
        assertThatThrownBy(() -> RemoteSymbols.add(profile, false, sources, (url, body) -> {
                    throw new IOException("http post " + url + ": server response: 404 Not Found");
                }))
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://h:1/debug/pprof/heap?debug=1           | http://h:1/debug/pprof/symbol
                    http://h/prefix/debug/pprof/profile           | http://h/prefix/debug/pprof/symbol
                    https+insecure://h/pprof/contention           | https+insecure://h/pprof/symbol
                    http://h/profilez?seconds=5#x                 | http://h/symbolz
                    http://h/a/b/profilez                         | http://h/a/b/symbolz
                    http://h                                      | http://h/symbolz
                    file:///tmp/a                                 | ''
                    /tmp/a.pb.gz                                  | ''
                    h:80/debug/pprof/heap                         | ''
                    """)
    void symbolUrl_ofProfile_isBesideIt(String url, String want) {
        assertThat(RemoteSymbols.symbolUrl(url)).isEqualTo(want);
    }
}
