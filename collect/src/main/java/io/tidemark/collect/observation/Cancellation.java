package io.tidemark.collect.observation;

import java.time.Duration;

/** The wish that an observation ends now, and what there is so far be the answer. It may come from any thread. */
public final class Cancellation {
    private boolean isCancelled;

    public synchronized void cancel() {
        isCancelled = true;
        notifyAll();
    }

    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Waits for a time, or until it is cancelled. */
    synchronized void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0 && !isCancelled; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            isCancelled = true;
            Thread.currentThread().interrupt();
        }
    }
}
