package io.tidemark.collect.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InOrderTest {
    private static List<InOrder.Job<Integer>> jobs(int count, InOrder.Job<Integer> each) {
        List<InOrder.Job<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            jobs.add(turn -> {
                each.run(turn);
                return number;
            });
        }
        return jobs;
    }

    @Test
    void take_manyJobs_comeInOrder() throws IOException {
        try (InOrder<Integer> order = new InOrder<>(jobs(500, turn -> 0), 8, 2)) {
            for (int i = 0; i < 500; i++) {
                assertThat(order.take()).isEqualTo(i);
            }
        }
    }

    @Test
    void take_resultsAhead_areFew() throws IOException {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        InOrder.Job<Integer> job = turn -> {
            turn.await();
            most.accumulateAndGet(made.incrementAndGet(), Math::max);
            return 0;
        };
        try (InOrder<Integer> order = new InOrder<>(jobs(200, job), 16, 2)) {
            for (int i = 0; i < 200; i++) {
                order.take();
                made.decrementAndGet();
            }
        }
        assertThat(most).hasValueLessThanOrEqualTo(3); // two ahead, and the one that was just taken
    }

    @Test
    void take_whileJobsWaitForAnother_allRunAtOnce() throws IOException {
        CountDownLatch allStarted = new CountDownLatch(50);
        InOrder.Job<Integer> job = turn -> {
            allStarted.countDown();
            try {
                allStarted.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            turn.await();
            return 0;
        };
        try (InOrder<Integer> order = new InOrder<>(jobs(50, job), 128, 2)) {
            for (int i = 0; i < 50; i++) {
                assertThat(order.take()).isEqualTo(i);
            }
        }
    }

    @Test
    void take_jobThatFails_failsAndTheOthersGoOn() throws IOException {
        List<InOrder.Job<Integer>> jobs = List.of(
                turn -> 1,
                turn -> {
                    throw new IOException("two");
                },
                turn -> {
                    throw new IllegalStateException("three");
                },
                turn -> {
                    throw new OutOfMemoryError("four");
                },
                turn -> 5);
        try (InOrder<Integer> order = new InOrder<>(jobs, 2, 2)) {
            assertThat(order.take()).isEqualTo(1);
            assertThatThrownBy(order::take).isInstanceOf(IOException.class).hasMessage("two");
            assertThatThrownBy(order::take).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(order::take).isInstanceOf(OutOfMemoryError.class);
            assertThat(order.take()).isEqualTo(5);
        }
    }

    @Test
    void take_oneJob_needsNoThread() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        InOrder.Job<Integer> job = turn -> {
            turn.await();
            threads.add(Thread.currentThread());
            return 0;
        };
        try (InOrder<Integer> order = new InOrder<>(jobs(1, job), 8, 2)) {
            order.take();
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void close_early_stopsWhatWaits() throws IOException, InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch started = new CountDownLatch(20);
        InOrder.Job<Integer> job = turn -> {
            threads.add(Thread.currentThread());
            started.countDown();
            turn.await();
            return 0;
        };
        try (InOrder<Integer> order = new InOrder<>(jobs(20, job), 20, 2)) {
            started.await();
            order.take();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void take_interrupted_ends() {
        CountDownLatch never = new CountDownLatch(1);
        InOrder.Job<Integer> job = turn -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return 0;
        };
        try (InOrder<Integer> order = new InOrder<>(jobs(2, job), 2, 2)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(order::take).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
