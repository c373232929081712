package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static int[] contents(Frames frames, int size) {
        return IntStream.range(0, size).map(frames::get).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0xFFFF, 0x10000, 0x10001, Integer.MAX_VALUE})
    void add_locationsOfAnySize_keepsThem(int bound) {
        int[] locations = new Random(bound).ints(10_000, 0, bound).toArray(); // the bound is the seed
        locations[9_999] = bound;
        Frames.Builder oneByOne = new Frames.Builder();
        Frames.Builder byStack = new Frames.Builder();
        for (int start = 0; start < locations.length; start += 100) {
            byStack.add(Arrays.copyOfRange(locations, start, start + 120), 100);
        }
        for (int location : locations) {
            oneByOne.add(location);
        }

        assertThat(byStack.size()).isEqualTo(10_000);
        assertThat(contents(oneByOne.build(), 10_000)).containsExactly(locations);
        assertThat(contents(byStack.build(), 10_000)).containsExactly(locations);
    }

    @Test
    void build_afterWideOnes_startsNarrowAgain() {
        Frames.Builder builder = new Frames.Builder();
        builder.add(0x12345);
        Frames wide = builder.build();
        builder.add(new int[] {7, 0x23456}, 2);

        assertThat(builder.isSame(0, 2, new int[] {7, 0x23456}, 2)).isTrue();
        assertThat(builder.isSame(0, 2, new int[] {7, 0x3456}, 2)).isFalse();
        assertThat(builder.isSame(0, 1, new int[] {7, 0x23456}, 2)).isFalse();
        assertThat(wide.get(0)).isEqualTo(0x12345);
    }

    @Test
    void renumber_acrossTheBorder_findsTheNewOnes() throws Exception {
        int[] indices = new int[0x10001];
        Arrays.setAll(indices, i -> 0x10000 - i);
        Frames.Builder builder = new Frames.Builder();
        builder.add(new int[] {0, 1, 0x10000}, 3);

        assertThat(contents(builder.build().renumber(indices), 3)).containsExactly(0x10000, 0xFFFF, 0);
    }

    @Test
    void renumber_unknownLocation_isRefused() {
        Frames.Builder builder = new Frames.Builder();
        builder.add(1);
        Frames frames = builder.build();

        assertThatThrownBy(() -> frames.renumber(new int[] {0, -1})).isInstanceOf(MalformedProfileException.class);
        assertThatThrownBy(() -> frames.renumber(new int[] {0})).isInstanceOf(MalformedProfileException.class);
    }
}
