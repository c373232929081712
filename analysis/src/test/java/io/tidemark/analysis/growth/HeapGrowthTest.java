package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.growth.Trend.Decision;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {
    @Test
    void samples_comeBack_fromScaledValues() {
        HeapGrowth growth = HeapGrowth.of(List.of(
                new Heaps().add("main.leak:3 main.main:9", 1024, 10, 10).at(0),
                new Heaps().add("main.leak:3 main.main:9", 1024, 40, 38).at(60)));
        StackGrowth leak = growth.growing().get(0);
        assertThat(leak.turnover().newSamples()).isCloseTo(30, within(0.01));
        assertThat(leak.turnover().freedSamples()).isCloseTo(2, within(0.01));
        assertThat(leak.turnover().retention()).isCloseTo(28 / 30.0, within(0.001));
        assertThat(leak.rate().bytesPerMinute()).isCloseTo(28 * 524_800.0, within(10_000.0));
        assertThat(leak.rate().error()).isCloseTo(Math.sqrt(32) * 524_288, within(6_000.0));
        assertThat(leak.share()).isEqualTo(1);
        assertThat(leak.objectSize()).isEqualTo(1024);
        assertThat(leak.isRetained()).isTrue();
        assertThat(growth.total().bytesPerMinute()).isCloseTo(leak.rate().bytesPerMinute(), within(1.0));
    }

    @Test
    void linesAndRecursion_areOneStack() {
        List<HeapSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i <= 6; i++) {
            snapshots.add(new Heaps()
                    .add("main.walk:7 main.main:1", 64, 3 * i, 3 * i)
                    .add("main.walk:7 main.walk:8 main.walk:8 main.main:1", 64, 5 * i, 5 * i)
                    .add("main.walk:9 main.walk:8 main.main:2", 4096, 2 * i, 2 * i)
                    .add("main.walk:7 main.visit:4 main.walk:8 main.main:1", 64, i, i)
                    .at(10 * i));
        }
        HeapGrowth growth = HeapGrowth.of(snapshots);
        assertThat(growth.growing()).hasSize(1);
        StackGrowth walk = growth.growing().get(0);
        assertThat(walk.turnover().newSamples()).isCloseTo(66, within(0.1));
        assertThat(walk.sizes()).containsExactly(64L, 4096L);
        assertThat(walk.bytes().size()).isEqualTo(7);
        // the lines are those of the sample that holds most
        assertThat(walk.stack())
                .extracting(Frame::function)
                .containsExactly("main.walk", "main.walk", "main.walk", "main.main");
    }

    @Test
    void aFullCache_andChurn_areNotGrowing() {
        List<HeapSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            snapshots.add(new Heaps()
                    .add("main.cache:3 main.main:9", 1024, 6 * i, Math.min(30, 6 * i))
                    .add("main.churn:3 main.main:9", 1024, 12 + 200 * i, 12 + i * 5 % 4)
                    .at(5 * i));
        }
        HeapGrowth growth = HeapGrowth.of(snapshots);
        assertThat(growth.growing()).isEmpty();
        assertThat(growth.others().get(0).decision()).isEqualTo(Decision.SATURATING);
        assertThat(growth.allocators().get(0).stack().get(0).function()).isEqualTo("main.churn");
        assertThat(growth.allocators().get(0).decision()).isEqualTo(Decision.FLAT);
    }

    /** One in a hundred stays: what was there for a moment only does not hide it. */
    @Test
    void aLeakInChurn_isFound() {
        List<HeapSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            snapshots.add(new Heaps()
                    .add("main.serve:3 main.main:9", 1024, 400 * i, 4 * i + 5)
                    .at(5 * i));
        }
        StackGrowth leak = HeapGrowth.of(snapshots).growing().get(0);
        assertThat(leak.isRetained()).isFalse();
        assertThat(leak.turnover().p()).isLessThan(1e-6);
    }

    @Test
    void floor_isThatOfTheSession() {
        HeapSnapshot first = new Heaps().add("main.f:1", 512, 3, 3).at(0);
        HeapSnapshot second = new Heaps().add("main.f:1", 512, 5, 5).at(60);
        HeapGrowth growth = HeapGrowth.of(List.of(first, second));
        assertThat(growth.floor()).isEqualTo(5 * 524_288.0); // five samples, since there is one stack to test
        assertThat(growth.growing()).isEmpty();
        assertThat(growth.others().get(0).decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(HeapGrowth.of(List.of(first)).floor()).isInfinite();
    }

    @Test
    void profilesOfOneCollection_countOnce() {
        HeapSnapshot first = new Heaps().add("main.f:1", 512, 3, 3).at(0);
        HeapSnapshot later = new Heaps().add("main.f:1", 512, 9, 9).at(20);
        HeapSnapshot again = new HeapSnapshot(10, first.profile(), false, -1);
        assertThat(HeapGrowth.of(List.of(first, again, later)).window().snapshots())
                .isEqualTo(2);
        HeapGrowth none = HeapGrowth.of(List.of(first, again));
        assertThat(none.window().snapshots()).isEqualTo(1);
        assertThat(none.growing()).isEmpty();
    }

    @Test
    void aRestart_beginsAnew() {
        HeapGrowth growth = HeapGrowth.of(List.of(
                new Heaps().add("main.f:1", 512, 900, 3).at(0),
                new Heaps().add("main.f:1", 512, 5, 5).at(30),
                new Heaps().add("main.f:1", 512, 40, 40).at(60)));
        assertThat(growth.window()).isEqualTo(new HeapGrowth.Window(30, 2, true));
        assertThat(growth.growing()).hasSize(1);
    }

    @Test
    void anotherProfile_isRefused() throws Exception {
        ProfileBuilder cpu = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        assertThatThrownBy(() -> HeapGrowth.of(List.of(new HeapSnapshot(0, cpu.build(), false, -1))))
                .hasMessageContaining("[cpu/nanoseconds] (expected a heap profile of Go");
    }

    @Test
    void aHeapWithoutSamples_hasNothing() {
        HeapGrowth growth = HeapGrowth.of(List.of(new Heaps().at(0), new Heaps().at(60)));
        assertThat(growth.growing()).isEmpty();
        assertThat(growth.total().bytesPerMinute()).isZero();
    }
}
