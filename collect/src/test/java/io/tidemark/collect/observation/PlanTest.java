package io.tidemark.collect.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void of_aMinute_isTheUsualPlan() {
        Plan plan = Plan.of(Duration.ofMinutes(1));
        assertThat(at(plan, Item.COUNTERS))
                .containsExactly(0L, 5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L, 45L, 50L, 55L, 60L);
        assertThat(at(plan, Item.HEAP_COLLECTED)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L);
        assertThat(at(plan, Item.GOROUTINES)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L);
        assertThat(at(plan, Item.HEAP)).isEmpty();
        assertThat(at(plan, Item.GOROUTINE_DUMP)).containsExactly(30L);
        assertThat(at(plan, Item.GOROUTINE_LEAK)).containsExactly(30L);
        assertThat(at(plan, Item.ALLOCS)).containsExactly(0L, 60L);
        assertThat(at(plan, Item.MUTEX)).containsExactly(60L);
    }

    @Test
    void of_twoMinutes_collectsEveryOtherTime() {
        Plan plan = Plan.of(Duration.ofMinutes(2));
        assertThat(at(plan, Item.HEAP_COLLECTED)).containsExactly(0L, 20L, 40L, 60L, 80L, 100L, 120L);
        assertThat(at(plan, Item.HEAP)).containsExactly(10L, 30L, 50L, 70L, 90L, 110L);
    }

    @Test
    void of_anHour_collectsNoMore() {
        Plan plan = Plan.of(Duration.ofHours(1), Duration.ofSeconds(30));
        assertThat(at(plan, Item.HEAP_COLLECTED)).containsExactly(0L, 600L, 1200L, 1800L, 2400L, 3000L, 3600L);
        assertThat(at(plan, Item.COUNTERS)).startsWith(0L, 15L, 30L).hasSize(241);
    }

    @Test
    void of_shortTimes_haveABeginningAndAnEnd() {
        assertThat(at(Plan.of(Duration.ofSeconds(30)), Item.HEAP_COLLECTED))
                .containsExactly(0L, 5L, 10L, 15L, 20L, 25L, 30L);
        assertThat(at(Plan.of(Duration.ofSeconds(2)), Item.HEAP_COLLECTED)).containsExactly(0L, 2L);
        assertThat(at(Plan.of(Duration.ZERO), Item.HEAP_COLLECTED)).containsExactly(0L);
        assertThat(at(Plan.of(Duration.ofSeconds(62)), Item.COUNTERS)).endsWith(55L, 62L);
    }

    @Test
    void items_ofARound_areInTheOrderOfTheirSkew() {
        assertThat(Plan.of(Duration.ofMinutes(1)).rounds().get(0).items())
                .containsExactly(
                        Item.CGROUP,
                        Item.PROCESS,
                        Item.PAGES,
                        Item.HEAP_COLLECTED,
                        Item.COUNTERS,
                        Item.GOROUTINES,
                        Item.ALLOCS,
                        Item.NEIGHBOURS);
    }

    @Test
    void of_timesThatMakeNoSense_isRefused() {
        assertThatThrownBy(() -> Plan.of(Duration.ofMinutes(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plan.of(Duration.ofDays(7), Duration.ofSeconds(1)))
                .hasMessageContaining("604800 rounds");
        assertThatThrownBy(() -> new Plan(List.of(), Bounds.DEFAULT)).hasMessage("a plan without a round");
    }

    private static List<Long> at(Plan plan, Item item) {
        return plan.rounds().stream()
                .filter(round -> round.items().contains(item))
                .map(round -> round.at().toSeconds())
                .toList();
    }
}
