package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.growth.Trend.Decision;
import io.tidemark.analysis.signal.Series;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often {@link Trend} is right: made-up series of a level of 100 MB with noise of 2 %, of which neighbours correlate by
 * 0.7. The shares are published in RATIONALE.md; they are in per cent of the runs, for 13, 30 and 60 values.
 */
class TrendRatesTest {
    private static final int RUNS = 200;
    private static final int[] SIZES = {13, 30, 60};
    private static final Floor FLOOR = new Floor(5e6, 0.05, 64 << 10);
    private static final Map<String, Map<Decision, Integer>> COUNTS =
            new HashMap<>(); // by shape and size, then decision

    /** What must not be called growing. */
    @ParameterizedTest
    @CsvSource({
        "FLAT, 2, 1.5, 1.5",
        "SAW_TOOTH, 0, 0, 0",
        "WARM_UP, 0, 0, 0",
        "RAMP, 0, 0, 0",
        "CACHE, 0, 0, 0",
        "STEP, 0, 0, 0",
        "WAVE, 0, 0.5, 1"
    })
    void healthyShapes_areSeldomCalledGrowing(Shape shape, double few, double some, double many) {
        assertShare(shape, Decision.GROWING, 0, few, 0, some, 0, many);
    }

    /** What must be found. */
    @ParameterizedTest
    @CsvSource({"LEAK_10, 52, 58, 68", "LEAK_25, 92, 93, 96", "LEAK_50, 99, 99, 99", "BURSTS, 50, 45, 45"})
    void leaks_areMostlyCalledGrowing(Shape shape, double few, double some, double many) {
        assertShare(shape, Decision.GROWING, few, 100, some, 100, many, 100);
    }

    @ParameterizedTest
    @CsvSource({"WARM_UP, SATURATING", "RAMP, SATURATING", "CACHE, SATURATING", "STEP, STEP"})
    void whatComesToAnEnd_isCalledSo(Shape shape, Decision decision) {
        assertShare(shape, decision, 98, 100, 98, 100, 98, 100);
    }

    /** A shape, from 0 to 1 of the time, in per cent of the level. */
    enum Shape {
        FLAT,
        SAW_TOOTH,
        WARM_UP,
        RAMP,
        CACHE,
        STEP,
        WAVE,
        LEAK_10,
        LEAK_25,
        LEAK_50,
        BURSTS;

        double[] values(int n, Random random) {
            double phase = 2 * Math.PI * random.nextDouble();
            double place = 0.2 + 0.6 * random.nextDouble();
            double slow = 0.08 + 0.22 * random.nextDouble();
            double burst = 0;
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                double x = i / (n - 1.0);
                burst += i > 0 && random.nextDouble() < 5.0 / n ? 5 : 0;
                values[i] = switch (this) {
                    case FLAT -> 0;
                    case SAW_TOOTH -> 100 * ((7 * x + phase) % 1);
                    case WARM_UP -> 50 * (1 - Math.exp(-x / slow));
                    case RAMP -> 60 * Math.min(1, x / (0.2 + 0.3 * place));
                    case CACHE -> 40 * (1 - Math.exp(-x / (1.2 * slow)));
                    case STEP -> x >= place ? 30 : 0;
                    case WAVE -> 25 * Math.sin(2 * Math.PI * x + phase);
                    case LEAK_10 -> 10 * x;
                    case LEAK_25 -> 25 * x;
                    case LEAK_50 -> 50 * x;
                    case BURSTS -> burst;
                };
            }
            return values;
        }
    }

    private static void assertShare(Shape shape, Decision decision, double... bounds) {
        for (int k = 0; k < SIZES.length; k++) {
            assertThat(100.0 * count(shape, SIZES[k], decision) / RUNS)
                    .as("%s of %d values called %s, seeds 0 to %d", shape, SIZES[k], decision, RUNS - 1)
                    .isBetween(bounds[2 * k], bounds[2 * k + 1]);
        }
    }

    private static int count(Shape shape, int n, Decision decision) {
        Map<Decision, Integer> counts = COUNTS.computeIfAbsent(shape + " " + n, key -> {
            Map<Decision, Integer> fresh = new EnumMap<>(Decision.class);
            for (int run = 0; run < RUNS; run++) {
                fresh.merge(Trend.of(series(shape, n, run), FLOOR).decision(), 1, Integer::sum);
            }
            return fresh;
        });
        return counts.getOrDefault(decision, 0);
    }

    private static Series series(Shape shape, int n, int seed) {
        Random random = new Random(seed * 1_000_003L + n * 17L + shape.name().length());
        double[] seconds = new double[n];
        double[] values = shape.values(n, random);
        double noise = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            seconds[i] = 60 * i / (n - 1.0);
            values[i] = (100 + values[i] + 2 * noise) * 1e6;
            noise = 0.7 * noise + Math.sqrt(1 - 0.49) * random.nextGaussian();
        }
        return Series.of(seconds, values);
    }
}
