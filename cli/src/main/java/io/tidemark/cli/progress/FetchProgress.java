package io.tidemark.cli.progress;

import io.tidemark.cli.console.Console;
import io.tidemark.collect.fetch.FetchListener;
import io.tidemark.collect.fetch.Source;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Shows how fetching goes on, on standard error:
 *
 * <pre>{@code
 * http://localhost:6060/debug/pprof/profile ██████████░░░░░░░░░░ 15 of 30 s
 * 100 profiles ████░░░░░░░░░░░░░░░░ 23 read, 18.2 MB
 * }</pre>
 *
 * <p>On a terminal that is one line which changes and goes away in the end, and comes only when it takes a while. Elsewhere
 * it is a line for each server that is asked.
 */
public final class FetchProgress implements FetchListener, AutoCloseable {
    private static final long NANOS_BEFORE_FIRST = Duration.ofMillis(400).toNanos();
    private static final long NANOS_BETWEEN = Duration.ofMillis(100).toNanos();

    private final Console console;
    private final ChangingLine line;
    private final ChangingLine.Clock clock;
    private final Tally tally;
    private long lastDrawn;

    /**
     * A listener that shows what it hears.
     *
     * @param expected how many sources were named
     */
    public FetchProgress(Console console, int expected) {
        this(console, expected, System::nanoTime);
    }

    FetchProgress(Console console, int expected, ChangingLine.Clock clock) {
        this.console = console;
        this.line = new ChangingLine(console);
        this.clock = clock;
        this.tally = new Tally(expected, clock.nanos());
        this.lastDrawn = clock.nanos() + NANOS_BEFORE_FIRST - NANOS_BETWEEN;
    }

    @Override
    public synchronized void started(Source source) {
        tally.started(source);
        if (!(source instanceof Source.Url url)) {
            return;
        }
        line.start(this::tick, Duration.ofNanos(NANOS_BETWEEN));
        if (!line.isTerminal()) {
            console.say("Fetching profile over HTTP from " + url.address());
            if (!url.duration().isZero()) {
                console.say("Please wait... (" + url.duration().toSeconds() + "s)");
            }
        }
    }

    @Override
    public synchronized void progressed(Source source, long bytes, OptionalLong total) {
        tally.progressed(source, bytes, total);
        tick();
    }

    @Override
    public synchronized void finished(Source source) {
        tally.finished(source);
        tick();
    }

    @Override
    public synchronized void failed(Source source, String reason) {
        line.erase();
        tally.failed();
        console.warn(source.name() + ": " + reason);
    }

    @Override
    public synchronized void noted(String sentence) {
        line.erase();
        console.say(sentence);
    }

    /** Draws the line anew when it is time to. */
    synchronized void tick() {
        long now = clock.nanos();
        if (line.isTerminal() && now - lastDrawn >= NANOS_BETWEEN) {
            lastDrawn = now;
            line.draw(tally.line(now, line.width()));
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        line.end();
    }
}
