package io.tidemark.cli.progress;

import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Stream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The last line of a terminal, drawn again and again while something goes on. The caller sees to it that one thread draws. */
final class ChangingLine {
    /** Tells the time that passes. */
    interface Clock {
        long nanos();
    }

    private final Console console;
    private final boolean isTerminal;
    private int width; // 0 until somebody needs it: to ask the terminal takes a while
    private boolean isDrawn;
    private boolean isOver;
    private @Nullable Ticker ticker;

    ChangingLine(Console console) {
        this.console = console;
        this.isTerminal = console.isTerminal(Stream.ERR);
    }

    /** Whether there is a line; otherwise nothing is drawn. */
    boolean isTerminal() {
        return isTerminal;
    }

    /** How many columns there are for the line. */
    int width() {
        width = width == 0 ? console.width(Stream.ERR) : width;
        return width;
    }

    /** Calls something regularly until the end; the first caller decides how often. */
    void start(Runnable tick, Duration step) {
        if (isTerminal && ticker == null) {
            ticker = new Ticker(tick, step);
            ticker.start();
        }
    }

    /** Draws the line, or as much of it as there is room for. */
    void draw(String text) {
        if (isTerminal && !isOver) {
            isDrawn = true;
            console.draw("\r" + (text.length() < width() ? text : text.substring(0, width() - 1)) + "\033[K");
        }
    }

    /** Takes the line away, until it is drawn again. */
    void erase() {
        if (isDrawn) {
            console.draw("\r\033[K");
            isDrawn = false;
        }
    }

    /** Leaves the line as it is, and goes on below it. */
    void keep() {
        if (isDrawn) {
            console.draw("\n");
            isDrawn = false;
        }
    }

    /** Takes the line away for good. */
    void end() {
        isOver = true;
        erase();
        if (ticker != null) {
            ticker.stop();
        }
    }
}
