package io.tidemark.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final String RSS = "process_resident_memory_bytes";
    private static final String CPU = "process_cpu_seconds_total";
    private static final double MIB = 1 << 20;

    /** A value that scatters by some share of it. */
    private static DoubleUnaryOperator noisy(double value, double share) {
        return second -> value * (1 + share * Math.sin(second * second));
    }

    private static Judgement judgement(Measure measure, Comparison comparison) {
        return comparison.moves().stream()
                .filter(move -> move.measure() == measure)
                .findFirst()
                .orElseThrow()
                .judgement();
    }

    private static Judgement resident(DoubleUnaryOperator before, DoubleUnaryOperator after) {
        return judgement(
                Measure.RESIDENT,
                Comparison.of(
                        Sides.observed(60).with(RSS, before).before(),
                        Sides.observed(60).with(RSS, after).after()));
    }

    @Test
    void level_isJudgedByMoreThanNoise() {
        assertThat(resident(noisy(200 * MIB, 0.01), noisy(300 * MIB, 0.01))).isEqualTo(Judgement.WORSE);
        assertThat(resident(noisy(200 * MIB, 0.01), noisy(100 * MIB, 0.01))).isEqualTo(Judgement.BETTER);
        assertThat(resident(noisy(200 * MIB, 0.01), noisy(212 * MIB, 0.01))).isEqualTo(Judgement.SAME);
        assertThat(resident(noisy(20 * MIB, 0.01), noisy(26 * MIB, 0.01))).isEqualTo(Judgement.SAME);
        assertThat(resident(noisy(200 * MIB, 0.5), noisy(240 * MIB, 0.5))).isEqualTo(Judgement.SAME);
    }

    @Test
    void growth_isJudgedByItsRate() {
        DoubleUnaryOperator growing = second -> 100 * MIB + 2 * MIB * second;
        DoubleUnaryOperator slowly = second -> 300 * MIB + MIB * second;
        assertThat(resident(growing, noisy(400 * MIB, 0.001))).isEqualTo(Judgement.BETTER);
        assertThat(resident(growing, slowly)).isEqualTo(Judgement.BETTER);
        assertThat(resident(slowly, growing)).isEqualTo(Judgement.WORSE);
        assertThat(resident(noisy(400 * MIB, 0.001), growing)).isEqualTo(Judgement.WORSE);
        assertThat(resident(growing, growing)).isEqualTo(Judgement.SAME);
    }

    /** Values that scatter widely may grow, or not: then what counts is how much there is. */
    @Test
    void growth_thatIsNotKnownOfOneSide_isJudgedByTheLevel() {
        DoubleUnaryOperator growing = second -> 300 * MIB + 2 * MIB * second;
        assertThat(resident(growing, noisy(100 * MIB, 0.4))).isEqualTo(Judgement.BETTER);
        assertThat(resident(growing, noisy(360 * MIB, 0.4))).isEqualTo(Judgement.SAME);
    }

    @Test
    void whatLoadExplains_isNotWorse() {
        Side before = Sides.observed(60)
                .with(RSS, noisy(100 * MIB, 0.01))
                .requestsPerMinute(600)
                .before();
        Side more = Sides.observed(60)
                .with(RSS, noisy(180 * MIB, 0.01))
                .requestsPerMinute(1200)
                .after();
        Side muchMore = Sides.observed(60)
                .with(RSS, noisy(300 * MIB, 0.01))
                .requestsPerMinute(1200)
                .after();
        assertThat(judgement(Measure.RESIDENT, Comparison.of(before, more))).isEqualTo(Judgement.SAME);
        assertThat(judgement(Measure.RESIDENT, Comparison.of(before, muchMore))).isEqualTo(Judgement.WORSE);
    }

    @Test
    void counters_areForRequests_whereThereAreSome() {
        DoubleUnaryOperator half = second -> 100 + 0.5 * second;
        DoubleUnaryOperator full = second -> 7 + second;
        Side before = Sides.observed(60).with(CPU, half).requestsPerMinute(600).before();
        Comparison same = Comparison.of(
                before,
                Sides.observed(60).with(CPU, full).requestsPerMinute(1200).after());
        assertThat(judgement(Measure.PROCESSOR, same)).isEqualTo(Judgement.SAME);
        assertThat(same.moves().get(0).words(same.moves().get(0).after())).isEqualTo("50000 ms for 1,000 requests");
        Comparison worse = Comparison.of(
                before,
                Sides.observed(60).with(CPU, full).requestsPerMinute(600).after());
        assertThat(judgement(Measure.PROCESSOR, worse)).isEqualTo(Judgement.WORSE);
        Comparison perSecond = Comparison.of(
                Sides.observed(60).with(CPU, half).before(),
                Sides.observed(60).with(CPU, full).after());
        assertThat(judgement(Measure.PROCESSOR, perSecond)).isEqualTo(Judgement.WORSE);
        assertThat(perSecond.moves().get(0).words(perSecond.moves().get(0).after()))
                .isEqualTo("1000 ms a second");
    }

    @Test
    void whatOneSideDoesNotHave_isNotCompared() {
        Side memory = Sides.observed(60).with(RSS, noisy(200 * MIB, 0.01)).before();
        Side both = Sides.observed(60)
                .with(RSS, noisy(200 * MIB, 0.01))
                .with(CPU, second -> second)
                .after();
        Side time = Sides.observed(60).with(CPU, second -> second).after();
        assertThat(Comparison.of(memory, both).moves())
                .extracting(Move::measure)
                .containsExactly(Measure.RESIDENT);
        assertThatThrownBy(() -> Comparison.of(memory, time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("old.zip and new.zip have nothing in common");
    }

    @Test
    void cautions_tellWhatElseChanged() {
        Comparison comparison = Comparison.of(
                Sides.observed(120)
                        .with(CPU, second -> second)
                        .runtime("go1.25.1")
                        .before(),
                Sides.observed(30).with(CPU, second -> second / 10).after());
        assertThat(comparison.cautions())
                .anyMatch(caution -> caution.contains("go1.25.1 before, go1.26.1 after"))
                .anyMatch(caution -> caution.contains("AFTER was observed for 30 seconds, BEFORE for 2 minutes"))
                .anyMatch(caution -> caution.contains("10 % of the processor time of BEFORE"));
    }
}
