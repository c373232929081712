package io.tidemark.collect.observation;

import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Observes targets, all at once, as a plan says.
 *
 * <p>What is missing becomes a failed capture with a sentence, and never ends an observation. It ends early when nothing at
 * all can be read, when the target suffers from it, or when the user has enough; then a note says so.
 */
public final class Observer {
    private static final int MOST_TARGETS = 256; // a thread each
    private static final int MEMORY_SHARE = 4; // of this process: what is kept is decoded later
    private static final long LOOK_MILLIS = 50;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Outside outside;

    /** What of the world an observer needs. */
    record Outside(Transport transport, SystemFiles system, Time time) {}

    public Observer(Transport transport, SystemFiles system, Time time) {
        this.outside = new Outside(transport, system, time);
    }

    /**
     * Observes, and keeps what it sees in memory.
     *
     * @return an observation for each target, in their order; one without any bytes where a target could not be read
     */
    public List<Observation> observe(
            List<TargetAddress> targets, Plan plan, Progress progress, Cancellation cancellation) {
        Kept kept = new Kept(targets.size());
        long most = Math.min(plan.bounds().totalBytes(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        long share = Math.max(1, most / Math.max(1, targets.size()));
        try {
            record(targets, plan.within(plan.bounds().withTotalBytes(share)), kept, progress, cancellation);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing that is kept in memory throws it
        }
        return kept.observations();
    }

    /**
     * Observes, and gives what it sees away.
     *
     * @throws IOException what the sink throws, which ends all observations
     * @throws IllegalArgumentException for too many targets
     */
    public void record(List<TargetAddress> targets, Plan plan, Sink sink, Progress progress, Cancellation cancellation)
            throws IOException {
        if (targets.size() > MOST_TARGETS) {
            throw new IllegalArgumentException(
                    targets.size() + " targets (expected no more than " + MOST_TARGETS + " at once)");
        }
        Visit.Setting setting = new Visit.Setting(plan, new OneAtATime(sink), progress, cancellation, outside);
        List<Visit> visits = new ArrayList<>();
        for (TargetAddress target : targets) {
            visits.add(new Visit(visits.size(), target, setting));
        }
        CountDownLatch running = new CountDownLatch(visits.size());
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (Visit visit : visits) {
            Thread thread = new Thread(() -> run(visit, failure, cancellation, running), "observe");
            thread.setDaemon(true); // a server that hangs keeps nobody here
            thread.start();
        }
        await(running, cancellation);
        for (Visit visit : visits) {
            visit.end();
        }
        rethrow(failure.get());
    }

    private static void run(
            Visit visit,
            AtomicReference<@Nullable Throwable> failure,
            Cancellation cancellation,
            CountDownLatch running) {
        try {
            visit.run();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            cancellation.cancel();
        } finally {
            running.countDown();
        }
    }

    /** Waits for all, but after the cancellation only a moment for those who wait for a server. */
    private static void await(CountDownLatch running, Cancellation cancellation) {
        try {
            while (!running.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancellation.isCancelled()) {
                    boolean isDone = running.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
                    if (!isDone) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            cancellation.cancel();
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** A sink for several threads. */
    private record OneAtATime(Sink sink) implements Sink {
        @Override
        public void began(int target, Target what, Instant start) throws IOException {
            synchronized (sink) {
                sink.began(target, what, start);
            }
        }

        @Override
        public void captured(int target, List<Capture> round) throws IOException {
            synchronized (sink) {
                sink.captured(target, round);
            }
        }

        @Override
        public void ended(int target, Target what, Duration length, List<String> notes) throws IOException {
            synchronized (sink) {
                sink.ended(target, what, length, notes);
            }
        }
    }

    /** Observations in memory. */
    private static final class Kept implements Sink {
        private final List<List<Capture>> captures = new ArrayList<>();
        private final Instant[] starts;
        private final @Nullable Observation[] observations;

        Kept(int count) {
            starts = new Instant[count];
            observations = new Observation[count];
            for (int i = 0; i < count; i++) {
                captures.add(new ArrayList<>());
                starts[i] = Instant.EPOCH;
            }
        }

        @Override
        public void began(int target, Target what, Instant start) {
            starts[target] = start;
        }

        @Override
        public void captured(int target, List<Capture> round) {
            captures.get(target).addAll(round);
        }

        @Override
        public void ended(int target, Target what, Duration length, List<String> notes) {
            observations[target] = new Observation(what, starts[target], length, captures.get(target), notes);
        }

        List<Observation> observations() {
            List<Observation> all = new ArrayList<>();
            for (Observation observation : observations) {
                if (observation != null) {
                    all.add(observation);
                }
            }
            return all;
        }
    }
}
