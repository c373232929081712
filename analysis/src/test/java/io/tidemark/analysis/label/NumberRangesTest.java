package io.tidemark.analysis.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberRangesTest {
    private static Set<String> names(String unit, int most, Long... numbers) {
        NumberRanges ranges = new NumberRanges(List.of(numbers), unit, most);
        Set<String> names = new LinkedHashSet<>();
        int place = -1;
        for (long number : List.of(numbers)) {
            assertThat(ranges.place(number)).isBetween(place, place + 1);
            place = ranges.place(number);
            names.add(ranges.name(number));
        }
        return names;
    }

    @Test
    void few_haveTheirOwnNames() {
        assertThat(names("bytes", 4, 1024L, 2048L, 4096L, 1L << 20)).containsExactly("1kB", "2kB", "4kB", "1MB");
    }

    @Test
    void memory_hasRangesOfPowersOfTwo() {
        assertThat(names("bytes", 3, 1024L, 2048L, 4096L, 1L << 20))
                .containsExactly("1kB..4kB", "4kB..16kB", "1MB..4MB");
        assertThat(names("bytes", 3, 1024L, 1500L, 2048L, 3000L)).containsExactly("1kB..2kB", "2kB..4kB");
    }

    @Test
    void allElse_hasRangesOfPowersOfTen() {
        assertThat(names("count", 4, -20L, -15L, 0L, 1L, 9L, 10L))
                .containsExactly("-100..-10", "0", "1..10", "10..100");
        assertThat(names("nanoseconds", 2, 1_500_000L, 2_000_000L, 30_000_000L))
                .containsExactly("1ms..10ms", "10ms..100ms");
    }

    @Test
    void extremes_haveARange() {
        assertThat(names("bytes", 2, Long.MIN_VALUE, 0L, Long.MAX_VALUE)).hasSize(3);
    }
}
