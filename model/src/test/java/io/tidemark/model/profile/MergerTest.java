package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergerTest {
    private static Profile merge(Profile... profiles) throws IncompatibleProfilesException {
        Merger merger = new Merger();
        for (Profile profile : profiles) {
            merger.add(profile);
        }
        return merger.toProfile();
    }

    private static Profile typed(ValueType type, long value) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(type));
        return b.sample(LabelSet.EMPTY, new int[] {b.location("main", "", 1)}, value)
                .build();
    }

    @Test
    void merge_oneProfile_isThatProfile() throws Exception {
        Profile profile = Stacked.profile("a 1", "a 1", "b 0");
        assertThat(merge(profile)).isSameAs(profile);
    }

    @Test
    void merge_sameStacksAndLabels_addUp() throws Exception {
        Profile merged = merge(
                Stacked.profile("main;a 1", "{k:v}main;a 2", "main;b 3"),
                Stacked.profile("main;b 4", "{k:v}main;a 5", "{k:w}main;a 6", "main;c 0"));
        assertThat(Stacked.lines(merged)).containsExactly("main;a 1", "{k:v}main;a 7", "main;b 7", "{k:w}main;a 6");
    }

    @Test
    void merge_thousandsOfStacks_addsUpEach() throws Exception {
        String[] lines = IntStream.range(0, 5_000)
                .mapToObj(i -> "main;a" + i + " " + (i + 1))
                .toArray(String[]::new);
        String[] doubled = IntStream.range(0, 5_000)
                .mapToObj(i -> "main;a" + i + " " + 2 * (i + 1))
                .toArray(String[]::new);
        assertThat(Stacked.lines(merge(Stacked.profile(lines), Stacked.profile(lines))))
                .containsExactly(doubled);
    }

    @Test
    void merge_withItsNegative_leavesNothingBehind() throws Exception {
        Profile profile = Stacked.profile("main;a 1", "main;b 2");
        Profile merged = merge(Stacked.profile("main;a 1", "main;b 3"), profile.scale(-1));
        assertThat(Stacked.lines(merged)).containsExactly("main;b 1");
        assertThat(merged.functions().size()).isEqualTo(2);
    }

    @Test
    void merge_finerUnit_scalesTheCoarser() throws Exception {
        Profile merged =
                merge(typed(new ValueType("cpu", "milliseconds"), 2), typed(new ValueType("cpu", "nanoseconds"), 5));
        assertThat(merged.sampleTypes()).containsExactly(new ValueType("cpu", "nanoseconds"));
        assertThat(Stacked.lines(merged)).containsExactly("main 2000005");
    }

    @Test
    void merge_differentTypes_keepsTheCommonOnes() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("x", "count"), new ValueType("samples", "count")));
        Profile two = b.sample(LabelSet.EMPTY, new int[] {b.location("a", "a.go", 1)}, 7, 8)
                .build();
        assertThat(Stacked.lines(merge(Stacked.profile("a 1"), two))).containsExactly("a 9");
        assertThat(Stacked.lines(merge(two, Stacked.profile("a 1")))).containsExactly("a 9");
    }

    @Test
    void merge_nothingInCommon_isRefused() {
        assertThatThrownBy(() -> merge(Stacked.profile("a 1"), typed(new ValueType("cpu", "seconds"), 1)))
                .isInstanceOf(IncompatibleProfilesException.class)
                .hasMessageContaining("no sample type in common");
        assertThatThrownBy(
                        () -> merge(typed(new ValueType("cpu", "bytes"), 1), typed(new ValueType("cpu", "seconds"), 1)))
                .hasMessageContaining("do not convert");
    }

    @Test
    void merge_sameBinaryElsewhere_shiftsAddresses() throws Exception {
        Profile merged = merge(mapped(0x1000, 0x1010), mapped(0x9000, 0x9010));
        assertThat(merged.samples().size()).isEqualTo(1);
        assertThat(merged.mappings()).hasSize(1);
        assertThat(merged.locations().address(0)).isEqualTo(0x1010);
        assertThat(merged.sums()).containsExactly(2);
    }

    private static Profile mapped(long start, long address) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("samples", "count")));
        b.mapping(new Mapping(1, start, start + 0x800, 0, "/bin/app", "", Mapping.Symbols.NONE));
        int location = b.location(1, 0, address, false);
        return b.sample(LabelSet.EMPTY, new int[] {location}, 1).build();
    }

    @Test
    void merge_headers_areCombined() throws Exception {
        Profile a = headed("first", 200, 10);
        Profile b = headed("second", 100, 20);
        Header header = merge(a, b, a).header();
        assertThat(header.comments()).containsExactly("first", "second");
        assertThat(header.timeNanos()).isEqualTo(100);
        assertThat(header.durationNanos()).isEqualTo(40);
    }

    private static Profile headed(String comment, long time, long duration) {
        Profile profile = Stacked.profile("a 1");
        return profile.withHeader(
                profile.header().withComments(List.of(comment)).withTime(time, duration));
    }

    @Test
    void merge_manySamples_keepsTheirOrder() throws Exception {
        String[] lines = new String[20_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "main;f" + i % 100 + ";g" + i / 100 + " 1";
        }
        Profile merged = merge(Stacked.profile(lines), Stacked.profile(lines));
        assertThat(merged.samples().size()).isEqualTo(lines.length);
        assertThat(Stacked.lines(merged).get(12_345)).isEqualTo(lines[12_345].replace(" 1", " 2"));
    }
}
