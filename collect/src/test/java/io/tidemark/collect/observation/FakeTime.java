package io.tidemark.collect.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on when somebody sleeps, or says so. */
final class FakeTime implements Time {
    private final AtomicLong nanos = new AtomicLong();
    private volatile Duration cancelledAt = Duration.ofDays(1);

    /** Lets time pass. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Makes the user press ^C at some time. */
    void cancelAt(Duration time) {
        cancelledAt = time;
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-20T10:00:00Z").plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration time, Cancellation cancellation) {
        if (!time.isNegative()) {
            pass(time);
        }
        if (nanos() >= cancelledAt.toNanos()) {
            cancellation.cancel();
        }
    }
}
