package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.signal.Signal;

/** A number that is compared, with what counts as a change of it. */
public enum Measure {
    LIVE_HEAP("live heap", Form.LEVEL, 1 << 20, 0.1, Signal.LIVE_HEAP),
    GOROUTINES("goroutines", Form.LEVEL, 20, 0.25, Signal.GOROUTINES),
    DESCRIPTORS("descriptors", Form.LEVEL, 20, 0.25, Signal.FDS),
    THREADS("threads", Form.LEVEL, 5, 0.25, Signal.THREADS),
    STACKS("goroutine stacks", Form.LEVEL, 1 << 20, 0.1, Signal.STACKS),
    OFF_HEAP("memory outside the runtime", Form.LEVEL, 8 << 20, 0.1, Signal.OFF_HEAP),
    RESIDENT("resident memory", Form.LEVEL, 8 << 20, 0.1, Signal.RSS),
    WORKING_SET("working set, with page cache", Form.CACHED, 8 << 20, 0.1, Signal.WORKING_SET),
    ALLOCATION("allocation", Form.RATE, 1 << 20, 0.25, Signal.ALLOCATED),
    PROCESSOR("processor time", Form.RATE, 0.05, 0.25, Signal.CPU_SECONDS),
    COLLECTOR("the collector's share of the processor", Form.SHARE, 0.05, 0.25, Signal.GC_CPU);

    /** How it is told. */
    enum Form {
        /** As it is. */
        LEVEL,
        /** As it is, and never judged: files that were read or written make most of it. */
        CACHED,
        /** A counter: as so much a second. */
        RATE,
        /** From 0 to 1. */
        SHARE
    }

    private final String words;
    private final Form form;
    private final double absolute;
    private final double relative;
    private final Signal signal;

    Measure(String words, Form form, double absolute, double relative, Signal signal) {
        this.words = words;
        this.form = form;
        this.absolute = absolute;
        this.relative = relative;
        this.signal = signal;
    }

    /** Such as {@code live heap}. */
    public String words() {
        return words;
    }

    Form form() {
        return form;
    }

    Signal signal() {
        return signal;
    }

    /** The least change that counts. Two runs of one program differ by some percent, whatever is done. */
    double least(double before, double after) {
        return Math.max(absolute, relative * Math.max(Math.abs(before), Math.abs(after)));
    }

    Signal.Unit unit() {
        return signal.unit();
    }

    /** A value of it in words; {@code perMany} when it is for 1,000 requests. */
    String words(double value, boolean perMany) {
        return switch (form) {
            case LEVEL, CACHED -> Quantity.of(unit(), value);
            case RATE -> rate(value) + (perMany ? " for 1,000 requests" : " a second");
            case SHARE -> Quantity.percent(value);
        };
    }

    private String rate(double value) {
        return unit() == Signal.Unit.SECONDS ? Math.round(value * 1000) + " ms" : Quantity.of(unit(), value);
    }
}
