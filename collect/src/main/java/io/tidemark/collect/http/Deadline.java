package io.tidemark.collect.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The moment at which patience ends. */
final class Deadline {
    private final Duration timeout;
    private final long end;

    Deadline(Duration timeout) {
        this.timeout = timeout;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    /** Never 0, which would mean for ever. */
    int millisLeft() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (end - System.nanoTime()) / 1_000_000));
    }

    boolean isPast() {
        return end - System.nanoTime() <= 0;
    }

    IOException passed(@Nullable IOException cause) {
        String seconds = timeout.toMillis() % 1000 == 0
                ? String.valueOf(timeout.toSeconds())
                : String.valueOf(timeout.toMillis() / 1000.0);
        return new IOException("no complete answer within " + seconds + " s (raise it with -timeout)", cause);
    }
}
