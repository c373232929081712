package io.tidemark.collect.observation;

import io.tidemark.model.observation.Capture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The captures of one round, as they come. May be looked at by another thread. */
final class Batch {
    private final int round;
    private final Supplier<Duration> clock;
    private final Consumer<Capture> listener;
    private final List<Capture> captures = new ArrayList<>(); // guarded by this

    /**
     * An empty batch.
     *
     * @param clock the time since the observation began
     */
    Batch(int round, Supplier<Duration> clock, Consumer<Capture> listener) {
        this.round = round;
        this.clock = clock;
        this.listener = listener;
    }

    /** Gets something, and its bytes. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Gets something, whose bytes become a capture; what fails becomes one, too. */
    <T> Optional<T> take(
            String name, boolean isCollected, Reading<T> reading, java.util.function.Function<T, byte[]> bytes) {
        Duration at = clock.get();
        try {
            T got = reading.read();
            add(Capture.of(name, round, at, isCollected, bytes.apply(got)));
            return Optional.of(got);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            add(Capture.failed(name, round, at, message.isBlank() ? e.toString() : message));
            return Optional.empty();
        }
    }

    /** Gets bytes. */
    Optional<byte[]> take(String name, Reading<byte[]> reading) {
        return take(name, false, reading, bytes -> bytes);
    }

    /** Notes that something can't be had. */
    void fail(String name, String problem) {
        add(Capture.failed(name, round, clock.get(), problem));
    }

    private void add(Capture capture) {
        synchronized (this) {
            captures.add(capture);
        }
        listener.accept(capture);
    }

    /** Those that are there. */
    synchronized List<Capture> captures() {
        return List.copyOf(captures);
    }
}
