package io.tidemark.collect.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsTest {
    @ParameterizedTest
    @CsvSource({
        "http-nio-8080-exec-7, http-nio-8080-exec",
        "pool-1-thread-12, pool-1-thread",
        "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool-worker",
        "GC Thread#1, GC Thread",
        "Thread-0, Thread",
        "main, main",
        "42, 42",
        "'', ''",
    })
    void pool_name_losesItsNumber(String name, String expected) {
        assertThat(Threads.pool(name)).isEqualTo(expected);
    }
}
