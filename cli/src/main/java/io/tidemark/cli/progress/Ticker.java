package io.tidemark.cli.progress;

import java.time.Duration;

/** Draws while nothing is heard: a server that records says nothing for half a minute. */
final class Ticker implements Runnable {
    private final Runnable tick;
    private final Duration step;
    private final Thread thread;

    Ticker(Runnable tick, Duration step) {
        this.tick = tick;
        this.step = step;
        this.thread = new Thread(this, "progress");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(step.toMillis());
                tick.run();
            }
        } catch (InterruptedException e) {
            // it is over
        }
    }
}
