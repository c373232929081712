package io.tidemark.collect.http;

import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose headers are not there in time. Each read of them has a timeout of its own, and a server that
 * sends a byte a second never exceeds it.
 */
final class Watch implements AutoCloseable {
    private final CompletableFuture<Void> end;

    Watch(HttpURLConnection connection, Deadline deadline) {
        Executor later = CompletableFuture.delayedExecutor(1L + deadline.millisLeft(), TimeUnit.MILLISECONDS);
        this.end = CompletableFuture.runAsync(connection::disconnect, later);
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
