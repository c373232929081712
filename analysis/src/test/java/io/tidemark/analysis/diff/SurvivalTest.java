package io.tidemark.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    private static final long SEED = 3;

    @Test
    void cache_thatOnlyGrows_isKeptForSure() {
        assertThat(Survival.of(10, 30, 35, 20, 5)).isEqualTo(new Survival(20, 20, 20, 20, 20));
    }

    @Test
    void buffers_thatComeAndGo_areNot() {
        assertThat(Survival.of(10, 30, 8, 900, 900)).isEqualTo(new Survival(20, 0, 0, 8, 900));
    }

    @Test
    void turnover_atAHigherLevel_canNotBeTold() {
        // All of C may be new, or none: 500 came after B.
        assertThat(Survival.of(10, 30, 30, 400, 500)).isEqualTo(new Survival(20, 20, 0, 30, 400));
    }

    @Test
    void unknownAllocations_leaveTheUpperBound() {
        assertThat(Survival.of(10, 30, 25)).isEqualTo(new Survival(20, 15, 0, 25, 0));
    }

    /** A program that allocates and frees at random: the truth is between the bounds, and so is what is said to be kept. */
    @Test
    void truth_isBetweenTheBounds() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2000; run++) {
            Program program = new Program(random);
            program.run(random.nextInt(40));
            long a = program.inUse();
            long allocatedA = program.allocated;
            program.run(random.nextInt(40));
            long b = program.inUse();
            long allocatedB = program.allocated;
            program.run(random.nextInt(40));
            Survival survival =
                    Survival.of(a, b, program.inUse(), allocatedB - allocatedA, program.allocated - allocatedB);
            long truth = program.live.stream()
                    .filter(born -> born >= allocatedA && born < allocatedB)
                    .count();
            assertThat(truth).as("seed %d, run %d", SEED, run).isBetween(survival.atLeast(), survival.atMost());
            assertThat(survival.kept()).isBetween(survival.atLeast(), survival.atMost());
        }
    }

    /** Objects, each known by how many were allocated before it. */
    private static final class Program {
        private final Random random;
        private final boolean isQueue;
        private final int growth;
        private final Deque<Long> live = new ArrayDeque<>();
        private long allocated;

        Program(Random random) {
            this.random = random;
            this.isQueue = random.nextBoolean();
            this.growth = 30 + random.nextInt(50);
        }

        void run(int steps) {
            for (int i = 0; i < steps; i++) {
                if (live.isEmpty() || random.nextInt(100) < growth) {
                    live.addLast(allocated++);
                } else if (isQueue) {
                    live.removeFirst();
                } else {
                    live.removeLast();
                }
            }
        }

        long inUse() {
            return live.size();
        }
    }
}
