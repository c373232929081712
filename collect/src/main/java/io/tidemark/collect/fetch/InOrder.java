package io.tidemark.collect.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Works on a list with several threads, and hands out the results in the order of the list.
 *
 * <p>Results are large: no more than a few may wait for being taken. So a job waits for its {@link Turn} before it makes
 * one, and what takes long without much memory, such as waiting for a server, it does before.
 */
final class InOrder<R> implements AutoCloseable {
    /** A part of the work. */
    interface Job<R> {
        R run(Turn turn) throws IOException;
    }

    /** The place of a job in the list. */
    interface Turn {
        /** Whether the result may be made now. */
        boolean hasCome();

        /** Waits until the result may be made. */
        void await() throws InterruptedIOException;
    }

    private final ExecutorService threads;
    private final int ahead;
    private final Queue<Future<R>> results = new ArrayDeque<>(); // only those that were not taken
    private int taken; // guarded by this

    /**
     * Starts to work.
     *
     * @param threads how many jobs run at once, waiting ones included; the first of the list start first
     * @param ahead how many results may be made beyond those that were taken
     */
    InOrder(List<Job<R>> jobs, int threads, int ahead) {
        this.ahead = ahead;
        this.threads = Executors.newFixedThreadPool(Math.min(threads, Math.max(jobs.size(), 1)), InOrder::thread);
        for (int i = 0; i < jobs.size(); i++) {
            Job<R> job = jobs.get(i);
            Turn turn = new Place(i);
            FutureTask<R> result = new FutureTask<>(() -> job.run(turn));
            results.add(result);
            if (jobs.size() > 1) {
                this.threads.execute(result);
            } else {
                result.run(); // no thread for one
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true); // ctrl-C does not wait for a server
        return thread;
    }

    /**
     * The next result.
     *
     * @throws IOException what the job threw; the ones after it go on
     */
    R take() throws IOException {
        Future<R> next = results.remove();
        try {
            return next.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            synchronized (this) {
                taken++;
                notifyAll();
            }
        }
    }

    private static IOException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException mistake) {
            throw mistake;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException problem ? problem : new IOException(cause);
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class Place implements Turn {
        private final int index;

        Place(int index) {
            this.index = index;
        }

        @Override
        public boolean hasCome() {
            synchronized (InOrder.this) {
                return index < taken + ahead;
            }
        }

        @Override
        public void await() throws InterruptedIOException {
            synchronized (InOrder.this) {
                while (index >= taken + ahead) {
                    try {
                        InOrder.this.wait();
                    } catch (InterruptedException e) {
                        throw interrupted();
                    }
                }
            }
        }
    }
}
