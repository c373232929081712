package io.tidemark.collect.observation;

import java.time.Duration;
import java.time.Instant;

/** The clock that an observation goes by. */
public interface Time {
    /** The clock of this machine. */
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time, Cancellation cancellation) {
            cancellation.await(time);
        }
    };

    Instant now();

    /** Nanoseconds since some moment, which never go back. */
    long nanos();

    /** Waits, but no longer than until the cancellation. */
    void sleep(Duration time, Cancellation cancellation);
}
