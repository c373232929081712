package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.growth.Load.Answer;
import io.tidemark.analysis.growth.Load.Measure;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final double MB = 1e6;
    private static final Random RANDOM = new Random(9);

    @Test
    void memoryOfRequests_followsThem() {
        Series inFlight = every5(s -> 100 + 80 * Math.sin(s / 14));
        Series memory = every5(s -> 200 * MB + 1.3 * MB * (100 + 80 * Math.sin(s / 14)) + noise());
        Load load = load(memory, inFlight);
        assertThat(load.answer()).isEqualTo(Answer.DRIVEN);
        assertThat(load.each()).isCloseTo(1.3 * MB, within(0.1 * MB));
        assertThat(load.explained()).isGreaterThan(0.95);
        assertThat(load.correlation()).isGreaterThan(0.9);
    }

    @Test
    void aLeakUnderLoad_growsWithoutIt() {
        Series inFlight = every5(s -> 100 + 80 * Math.sin(s / 14));
        Series memory = every5(s -> 200 * MB + 1.3 * MB * 80 * Math.sin(s / 14) + 2 * MB * s + noise());
        Load load = load(memory, inFlight);
        assertThat(load.answer()).isEqualTo(Answer.PARTLY);
        assertThat(load.rest().perMinute()).isCloseTo(120 * MB, within(15 * MB));
    }

    @Test
    void aLeakUnderSteadyLoad_isNotDriven() {
        assertThat(load(every5(s -> 200 * MB + 2 * MB * s), every5(s -> 100 + noise() / MB))
                        .answer())
                .isEqualTo(Answer.NOT_DRIVEN);
    }

    @Test
    void bothRisingSteadily_canNotBeTold() {
        assertThat(load(every5(s -> 200 * MB + 2 * MB * s), every5(s -> 100 + 5 * s))
                        .answer())
                .isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void theBestMeasure_isTaken() {
        Series inFlight = every5(s -> 100 + 80 * Math.sin(s / 14));
        Series counter = every5(s -> 50 * s);
        Series memory = every5(s -> 200 * MB + MB * 80 * Math.sin(s / 14) + noise());
        Signals signals = Signals.of(Map.of(Signal.IN_FLIGHT, inFlight, Signal.REQUESTS, counter));
        List<Measure> measures = Load.measures(signals, GoroutineGrowth.of(List.of(), Optional.empty()));
        assertThat(measures).extracting(Measure::name).containsExactly("requests being served", "requests a second");
        Load load = Load.of(memory, measures, Floor.BYTES).orElseThrow();
        assertThat(load.measure().name()).isEqualTo("requests being served");
        assertThat(Load.of(memory, List.of(), Floor.BYTES)).isEmpty();
    }

    @Test
    void rate_ofACounter_leavesResetsOut() {
        Series counter = Series.of(new double[] {0, 5, 10, 15}, new double[] {100, 150, 3, 13});
        assertThat(Load.rate(counter).values()).containsExactly(10, 2);
        assertThat(Load.rate(Series.EMPTY).isEmpty()).isTrue();
    }

    private static Load load(Series memory, Series inFlight) {
        return Load.of(memory, List.of(new Measure("requests being served", inFlight)), Floor.BYTES)
                .orElseThrow();
    }

    private static double noise() {
        return MB * RANDOM.nextGaussian();
    }

    private static Series every5(DoubleUnaryOperator value) {
        double[] seconds = new double[25];
        double[] values = new double[25];
        for (int i = 0; i < 25; i++) {
            seconds[i] = 5 * i;
            values[i] = value.applyAsDouble(seconds[i]);
        }
        return Series.of(seconds, values);
    }
}
