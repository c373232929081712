package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.growth.Count.Sort;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class JoinsTest {
    private final Count reader = Count.exact("reader", Sort.GOROUTINES, every5(0, s -> 12 + Math.floor(0.97 * s)));
    private final Count writer = Count.exact("writer", Sort.GOROUTINES, every5(0, s -> 12 + Math.floor(0.97 * s)));
    private final Count watchers = Count.exact("watchers", Sort.GOROUTINES, every5(0, s -> 6 * Math.floor(0.97 * s)));
    private final Count fds = Count.of(Signal.FDS, every5(0.4, s -> 40 + Math.floor(0.97 * s)));
    private final Count other = Count.exact("other", Sort.THREADS, every5(0, s -> Math.floor(0.23 * s)));

    @Test
    void connections_areOneThing() {
        Count heap = new Count("newFramer", Sort.OBJECTS, 55, 14, 55 * 98304.0, Series.EMPTY);
        List<Join> joins = Joins.of(List.of(other, watchers, reader, fds, writer), List.of(heap));
        assertThat(joins).hasSize(1);
        Join join = joins.get(0);
        assertThat(join.parts()).extracting(part -> part.count().name()).doesNotContain("other");
        assertThat(join.each(Sort.GOROUTINES)).isEqualTo(8);
        assertThat(join.each(Sort.DESCRIPTORS)).isEqualTo(1);
        assertThat(join.exactParts()).isEqualTo(4);
        assertThat(join.perMinute()).isCloseTo(58.2, within(0.5));
        assertThat(join.instances()).isEqualTo(58);
        assertThat(join.bytesEach()).isCloseTo(55 * 98304.0 / 58.2, within(1000.0));
    }

    @Test
    void twoLeaks_areTwoJoins() {
        Count slow = Count.exact("slow", Sort.GOROUTINES, every5(0, s -> Math.floor(0.4 * s)));
        Count file = Count.of(Signal.FILE_FDS, every5(0, s -> 3 + Math.floor(0.4 * s)));
        List<Join> joins = Joins.of(List.of(reader, slow, fds, file), List.of());
        assertThat(joins).hasSize(2);
        assertThat(joins.get(0).parts()).extracting(part -> part.count().name()).contains("reader", "process.fds");
        assertThat(joins.get(1).parts()).extracting(part -> part.count().name()).contains("slow", "process.fds.files");
    }

    /** Equal slopes are not enough for what was counted: it must hurry and pause together, too. */
    @Test
    void otherTimes_areAnotherThing() {
        Count early = Count.exact("early", Sort.GOROUTINES, every5(0, s -> Math.min(58, 3 * s)));
        assertThat(Joins.of(List.of(reader, early), List.of())).isEmpty();
    }

    @Test
    void nothing_joinsNothing() {
        assertThat(Joins.of(List.of(), List.of())).isEmpty();
        Count once = Count.exact("once", Sort.THREADS, Series.of(new double[] {1}, new double[] {5}));
        assertThat(Joins.of(List.of(once, reader), List.of())).isEmpty();
    }

    private static Series every5(double late, DoubleUnaryOperator value) {
        double[] seconds = new double[13];
        double[] values = new double[13];
        for (int i = 0; i < 13; i++) {
            seconds[i] = 5 * i + late;
            values[i] = value.applyAsDouble(seconds[i]);
        }
        return Series.of(seconds, values);
    }
}
