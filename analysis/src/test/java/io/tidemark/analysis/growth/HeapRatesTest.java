package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.snapshot.HeapSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often {@link HeapGrowth} is right about made-up sessions: 13 snapshots in 60 s of 40 stacks that hold steady, 20 that
 * fill up, and one that leaks small objects; what is sampled is by lot. The shares are published in RATIONALE.md.
 */
class HeapRatesTest {
    private static final int RUNS = 60;
    private static final int STEADY = 40;
    private static final int FILLING = 20;

    @Test
    void leaksAboveTheFloor_areFound_andNothingElse() {
        assertThat(found(0.81)).as("85 KB/s").isGreaterThan(0.6);
        assertThat(found(1.25)).as("131 KB/s").isGreaterThan(0.85);
        assertThat(found(2.5)).as("262 KB/s").isGreaterThan(0.95);
    }

    @Test
    void healthyStacks_areSeldomCalledGrowing() {
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            alarms += session(run, 0).growing().size();
        }
        assertThat((double) alarms / RUNS).as("false alarms a session").isLessThan(0.05);
    }

    /** The share of sessions in which a leak of so many samples in 5 s is found. */
    private static double found(double samples) {
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            found += session(run, samples).growing().stream()
                            .anyMatch(stack -> stack.stack().get(0).function().equals("main.leak"))
                    ? 1
                    : 0;
        }
        return (double) found / RUNS;
    }

    private static HeapGrowth session(int seed, double leak) {
        Random random = new Random(seed);
        List<Stack> stacks = new ArrayList<>();
        for (int i = 0; i < STEADY; i++) {
            stacks.add(new Stack("main.steady" + i, 1 + random.nextInt(30), 1e9, random));
        }
        for (int i = 0; i < FILLING; i++) {
            stacks.add(new Stack("main.fill" + i, 0, 0.1 + 0.5 * random.nextDouble(), random));
        }
        List<HeapSnapshot> snapshots = new ArrayList<>();
        int leaked = 0;
        for (int i = 0; i < 13; i++) {
            Heaps heap = new Heaps();
            for (Stack stack : stacks) {
                stack.step(i / 12.0);
                heap.add(stack.name + ":1 main.main:2", 1024, stack.allocated, stack.inUse);
            }
            leaked += i == 0 ? 0 : poisson(leak, random);
            heap.add("main.leak:1 main.main:2", 1024, leaked, leaked);
            snapshots.add(heap.at(5 * i));
        }
        return HeapGrowth.of(snapshots);
    }

    /** A stack that holds so many samples on average and replaces a third of them in 5 s, or fills until some time. */
    private static final class Stack {
        private final String name;
        private final int level;
        private final double full;
        private final Random random;
        private int allocated;
        private int inUse;

        Stack(String name, int level, double full, Random random) {
            this.name = name;
            this.level = level;
            this.full = full;
            this.random = random;
            this.inUse = poisson(level, random);
            this.allocated = inUse + 3;
        }

        void step(double time) {
            if (level == 0) {
                int fresh = time < full ? poisson(4, random) : 0;
                allocated += fresh;
                inUse += fresh;
                return;
            }
            int gone = 0;
            for (int i = 0; i < inUse; i++) {
                gone += random.nextInt(3) == 0 ? 1 : 0;
            }
            int fresh = poisson(level / 3.0, random);
            allocated += fresh;
            inUse += fresh - gone;
        }
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return Math.max(0, count);
    }
}
