package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolRewriterTest {
    private static Profile profile() throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        int known = b.location("_Z4workv", "work.cc", 3);
        int bare = b.location(9, -1, 0x401000, true);
        b.sample(LabelSet.EMPTY, new int[] {bare, known}, 10);
        return b.build();
    }

    @Test
    void build_nothingReplaced_isTheSameProfile() throws MalformedProfileException {
        Profile profile = profile();
        assertThat(new SymbolRewriter(profile).build()).isSameAs(profile);
    }

    @Test
    void lines_ofBareLocation_areThereAfterwards() throws MalformedProfileException {
        Profile profile = profile();
        SymbolRewriter symbols = new SymbolRewriter(profile);
        int inner = symbols.function("inner", "inner", "a.c", 1);
        int outer = symbols.function("outer", "outer", "a.c", 5);
        assertThat(symbols.function("inner", "inner", "a.c", 1)).isEqualTo(inner);
        symbols.lines(1, List.of(new SymbolRewriter.Line(inner, 2, 7), new SymbolRewriter.Line(outer, 6, 0)));
        Profile built = symbols.build();

        Locations locations = built.locations();
        assertThat(locations.id(1)).isEqualTo(9);
        assertThat(locations.isFolded(1)).isFalse();
        assertThat(locations.lineCount(1)).isEqualTo(2);
        assertThat(built.functions().name(locations.function(locations.lineStart(1))))
                .isEqualTo("inner");
        assertThat(locations.column(locations.lineStart(1))).isEqualTo(7);
        assertThat(built.functions().id(outer)).isEqualTo(3);
        assertThat(locations.lineCount(0)).isEqualTo(1);
        assertThat(profile.locations().lineCount(1)).as("the old profile").isZero();
    }

    @Test
    void rename_function_keepsItsSystemName() throws MalformedProfileException {
        Profile profile = profile();
        SymbolRewriter symbols = new SymbolRewriter(profile);
        symbols.rename(0, "work");
        Functions functions = symbols.build().functions();
        assertThat(functions.name(0)).isEqualTo("work");
        assertThat(functions.systemName(0)).isEqualTo("_Z4workv");
        assertThat(profile.functions().name(0)).isEqualTo("_Z4workv");
    }

    @Test
    void mapEverything_profileWithoutMappings_hasOne() throws MalformedProfileException {
        SymbolRewriter symbols = new SymbolRewriter(profile());
        symbols.mapEverything(Mapping.unknown(1));
        symbols.mapping(0, symbols.mapping(0).withFile("/bin/app"));
        Profile built = symbols.build();
        assertThat(built.mappings()).containsExactly(Mapping.unknown(1).withFile("/bin/app"));
        assertThat(built.locations().mapping(0)).isZero();
        assertThat(built.locations().mapping(1)).isZero();
    }
}
