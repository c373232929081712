package io.tidemark.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static double steady(double second) {
        return 12 + second % 2;
    }

    private static DoubleUnaryOperator rising(double perMinute) {
        return second -> Math.floor(12 + perMinute * second / 60);
    }

    private static Sides leaking(double perMinute) {
        return Sides.observed(60)
                .goroutines(rising(perMinute))
                .with(Sides.goroutineLeak("app.NewPusher", 31, perMinute));
    }

    @Test
    void leak_thatIsNotFoundAnyMore_isGone() {
        Comparison comparison = Comparison.of(
                leaking(600).before(),
                Sides.observed(60).goroutines(ComparisonTest::steady).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.GONE);
        assertThat(comparison.ruling().because())
                .isEqualTo(
                        "the goroutine leak of app.NewPusher: +600 a minute before; more than 5 a minute would have been"
                                + " seen in 60 seconds");
        assertThat(comparison.findings()).extracting(FindingPair::fate).containsExactly(Fate.GONE);
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void leak_afterTooShortATime_mayStillBeThere() {
        Comparison comparison = Comparison.of(
                leaking(600).before(),
                Sides.observed(10).goroutines(ComparisonTest::steady).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(comparison.ruling().because())
                .startsWith("whether the goroutine leak of app.NewPusher is gone: ")
                .contains("too few values");
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void leak_thatIsSlowerThanWhatIsSeen_mayStillBeThere() {
        Comparison comparison = Comparison.of(
                leaking(8).before(),
                Sides.observed(60).goroutines(ComparisonTest::steady).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(comparison.ruling().because()).contains("observe it for longer");
    }

    @Test
    void leak_withoutLoad_mayStillBeThere() {
        Side before = leaking(600).requestsPerMinute(600).before();
        Side idle = Sides.observed(60)
                .goroutines(ComparisonTest::steady)
                .requestsPerMinute(3)
                .after();
        Side busy = Sides.observed(60)
                .goroutines(ComparisonTest::steady)
                .requestsPerMinute(500)
                .after();
        assertThat(Comparison.of(before, idle).ruling().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(Comparison.of(before, idle).ruling().because())
                .contains("600 requests a minute before, 3 after", "under the same load");
        assertThat(Comparison.of(before, busy).ruling().outcome()).isEqualTo(Outcome.GONE);
        assertThat(Comparison.of(before, busy).ruling().because()).contains("+1,000 for 1,000 requests before");
    }

    @Test
    void leak_onBothSides_isStillThere_slowerOrFaster() {
        Comparison slower = Comparison.of(leaking(600).before(), leaking(100).after());
        assertThat(slower.ruling().outcome()).isEqualTo(Outcome.STILL_THERE);
        assertThat(slower.ruling().because())
                .isEqualTo("the goroutine leak of app.NewPusher, slower: +600 a minute before, +100 a minute after");
        assertThat(fate(leaking(600), leaking(900))).isEqualTo(Fate.FASTER);
        assertThat(fate(leaking(600), leaking(620))).isEqualTo(Fate.STILL_THERE);
        assertThat(slower.isWorse()).isTrue();
    }

    /** As many goroutines of each request as before are the same leak, however many requests there are. */
    @Test
    void leak_underMoreLoad_isNoFaster() {
        assertThat(fate(leaking(300).requestsPerMinute(300), leaking(900).requestsPerMinute(900)))
                .isEqualTo(Fate.STILL_THERE);
        assertThat(fate(leaking(300).requestsPerMinute(300), leaking(300).requestsPerMinute(900)))
                .isEqualTo(Fate.SLOWER);
    }

    @Test
    void waste_isNoFaster() {
        Finding before =
                Sides.finding(Kind.ALLOCATION_CHURN, "R10", "app.Render", 3, new Rate(1e7, 0, OptionalDouble.empty()));
        Finding after =
                Sides.finding(Kind.ALLOCATION_CHURN, "R10", "app.Render", 3, new Rate(9e7, 0, OptionalDouble.empty()));
        assertThat(fate(
                        Sides.observed(60).goroutines(ComparisonTest::steady).with(before),
                        Sides.observed(60).goroutines(ComparisonTest::steady).with(after)))
                .isEqualTo(Fate.STILL_THERE);
    }

    @Test
    void leak_onlyAfter_isNew() {
        Comparison comparison = Comparison.of(
                Sides.observed(60).goroutines(ComparisonTest::steady).before(),
                leaking(600).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.NEW_LEAK);
        assertThat(comparison.ruling().because()).isEqualTo("a goroutine leak of app.NewPusher: +600 a minute");
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void leak_thatBeforeCouldNotShow_isNotCalledNew() {
        Comparison comparison = Comparison.of(
                Sides.observed(10).goroutines(ComparisonTest::steady).before(),
                leaking(600).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.LEAK);
        assertThat(comparison.ruling().because()).contains("BEFORE was too short");
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void nothing_onBothSides_isNoLeak() {
        Comparison comparison = Comparison.of(
                Sides.observed(60).goroutines(ComparisonTest::steady).before(),
                Sides.observed(60).goroutines(ComparisonTest::steady).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.NO_LEAK);
        assertThat(comparison.ruling().because())
                .isEqualTo("nothing leaks in either; more than 5 goroutines a minute would have been seen");
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void nothing_inAShortAfter_isNotCalledHealthy() {
        Comparison comparison = Comparison.of(
                Sides.observed(60).goroutines(ComparisonTest::steady).before(),
                Sides.observed(20).goroutines(ComparisonTest::steady).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void moments_areLevels() {
        Comparison comparison = Comparison.of(
                Sides.observed(0).goroutines(second -> 12).before(),
                Sides.observed(0).goroutines(second -> 14).after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.LEVELS);
        assertThat(comparison.ruling().because()).startsWith("single profiles show levels, not growth");
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void severalLeaks_areToldTogether() {
        Side before =
                leaking(600).with(Sides.goroutineLeak("other.Watch", 5, 60)).before();
        Side after = leaking(600).with(Sides.goroutineLeak("third.Fill", 5, 60)).after();
        Comparison comparison = Comparison.of(before, after);
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.STILL_THERE);
        assertThat(comparison.ruling().because()).endsWith(". Others: 1 new, 1 gone");
        assertThat(comparison.findings())
                .extracting(FindingPair::fate)
                .containsExactly(Fate.NEW, Fate.STILL_THERE, Fate.GONE);
    }

    @Test
    void leak_inARenamedFunction_saysWhereItWas() {
        Finding old = Sides.finding(Kind.GOROUTINE_LEAK, "G06", "app.NewPusher", 31, Rate.NONE);
        Finding renamed = Sides.finding(Kind.GOROUTINE_LEAK, "G06", "app.OpenPusher", 40, Rate.NONE);
        Comparison comparison = Comparison.of(
                Sides.observed(60).goroutines(ComparisonTest::steady).with(old).before(),
                Sides.observed(60)
                        .goroutines(ComparisonTest::steady)
                        .with(renamed)
                        .after());
        assertThat(comparison.ruling().because())
                .isEqualTo("the goroutine leak of app.OpenPusher: it was in app.NewPusher before");
    }

    @Test
    void harmlessFinding_isNothingWorse() {
        Finding cache = Sides.finding(Kind.PAGE_CACHE, "O05", "app.Log", 3, Rate.NONE);
        Comparison comparison = Comparison.of(
                Sides.observed(60).goroutines(ComparisonTest::steady).before(),
                Sides.observed(60)
                        .goroutines(ComparisonTest::steady)
                        .with(cache)
                        .after());
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.NO_LEAK);
        assertThat(comparison.findings()).extracting(FindingPair::fate).containsExactly(Fate.NEW);
        assertThat(comparison.isWorse()).isFalse();
    }

    private static Fate fate(Sides before, Sides after) {
        return Comparison.of(before.before(), after.after()).findings().get(0).fate();
    }
}
