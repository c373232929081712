package io.tidemark.cli.progress;

import io.tidemark.cli.console.Console;
import io.tidemark.collect.observation.Item;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.Progress;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Shows how an observation goes on, on standard error:
 *
 * <pre>{@code
 * Observing go1.26.8 at http://10.0.3.7:6060 ██████████░░░░░░░░░░ 31 of 60 s · 9 captures · 2 forced collections · goroutines
 * }</pre>
 *
 * <p>On a terminal that is one line which changes, and stays in the end. Elsewhere it is a line at the beginning, some on
 * the way, and one at the end.
 */
public final class ObservationProgress implements Progress, AutoCloseable {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int LINES = 6; // on the way, at most
    private static final int NARROW = 70; // columns; what is narrower has no room for a bar

    private final Console console;
    private final ChangingLine line;
    private final int expected;
    private final ChangingLine.Clock clock;
    private final Set<Integer> running = new HashSet<>();
    private String name = "";
    private Duration length = Duration.ZERO;
    private Duration lastLine = Duration.ZERO;
    private Duration stopped = Duration.ZERO;
    private String gathering = "";
    private long since;
    private int captures;
    private int collections;

    /**
     * A listener that shows what it hears.
     *
     * @param expected how many targets were named
     */
    public ObservationProgress(Console console, int expected) {
        this(console, expected, System::nanoTime);
    }

    ObservationProgress(Console console, int expected, ChangingLine.Clock clock) {
        this.console = console;
        this.line = new ChangingLine(console);
        this.expected = expected;
        this.clock = clock;
    }

    @Override
    public synchronized void began(int target, Target what, Plan plan) {
        running.add(target);
        String one = (what.runtime().isEmpty() ? "" : what.runtime() + " at ") + what.name();
        name = expected == 1 ? one : expected + " targets";
        if (!line.isTerminal()) {
            console.say("Observing " + one + " for " + span(plan.length()));
        }
        if (!length.isZero()) {
            return;
        }
        length = plan.length();
        since = clock.nanos();
        line.start(this::tick, BETWEEN_DRAWINGS);
        tick();
    }

    @Override
    public synchronized void gathering(int target, Item item) {
        gathering = item.label();
    }

    @Override
    public synchronized void captured(int target, Capture capture) {
        boolean isProfile = capture.name().startsWith("debug/pprof/");
        captures += isProfile && !capture.isFailed() ? 1 : 0;
        boolean isLeak = capture.name().equals(CaptureName.GOROUTINE_LEAK);
        collections += capture.isCollected() && !isLeak ? 1 : 0;
    }

    @Override
    public synchronized void waiting(int target, Duration elapsed) {
        gathering = "";
        Duration step = length.dividedBy(LINES);
        Duration between = step.compareTo(BETWEEN_LINES) > 0 ? step : BETWEEN_LINES;
        if (!line.isTerminal() && elapsed.minus(lastLine).compareTo(between) >= 0 && elapsed.compareTo(length) < 0) {
            lastLine = elapsed;
            console.say(seconds(elapsed) + " of " + seconds(length) + " s" + counts());
        }
    }

    @Override
    public synchronized void noted(int target, String sentence) {
        line.erase();
        console.warn((expected > 1 ? "target " + (target + 1) + ": " : "") + sentence);
    }

    @Override
    public synchronized void ended(int target, Duration elapsed) {
        running.remove(target);
        stopped = stopped.compareTo(elapsed) > 0 ? stopped : elapsed;
    }

    /** Draws the line anew. */
    synchronized void tick() {
        if (line.isTerminal() && !length.isZero()) {
            Duration elapsed = Duration.ofNanos(clock.nanos() - since);
            draw(elapsed.compareTo(length) < 0 ? elapsed : length, gathering.isEmpty() ? "" : " · " + gathering);
        }
    }

    private void draw(Duration elapsed, String end) {
        double share = (double) elapsed.toMillis() / length.toMillis();
        String bar = line.width() < NARROW ? "" : Tally.bar(share) + " ";
        String text = bar + seconds(elapsed) + " of " + seconds(length) + " s" + counts() + end;
        int room = Math.max(8, line.width() - text.length() - "Observing ".length() - 2);
        line.draw("Observing " + Tally.shortened(name, room) + " " + text);
    }

    private String counts() {
        return " · " + captures + (captures == 1 ? " profile" : " profiles")
                + (collections == 0 ? "" : " · " + collections + " forced collection" + (collections == 1 ? "" : "s"));
    }

    /** Such as {@code 45 s}, {@code 10 min} or {@code 1 h 30 min}. */
    private static String span(Duration time) {
        if (time.toMinutes() < 2) {
            return seconds(time) + " s";
        }
        String minutes = time.toMinutesPart() == 0 ? "" : time.toMinutesPart() + " min";
        return (time.toHours() == 0 ? "" : time.toHours() + " h ")
                + minutes
                + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s");
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    /** Says how it went, and leaves that line. */
    @Override
    public synchronized void close() {
        if (line.isTerminal() && !length.isZero()) {
            draw(stopped.compareTo(length) < 0 ? stopped : length, "");
            line.keep();
        } else if (!length.isZero()) {
            console.say(seconds(stopped) + " of " + seconds(length) + " s" + counts() + ", done");
        }
        line.end();
    }
}
