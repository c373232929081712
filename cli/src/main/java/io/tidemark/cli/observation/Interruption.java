package io.tidemark.cli.observation;

import io.tidemark.collect.observation.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/**
 * Makes ^C, and the signal that ends a process, end an observation instead, so that what is there so far can still be
 * told. The second one ends the process as ever.
 */
public final class Interruption implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Cancellation cancellation = new Cancellation();
    private final List<Object> previous = new ArrayList<>();
    private boolean isOver; // guarded by this

    private Interruption() {}

    /** Listens until it is closed. */
    public static Interruption listen() {
        Interruption interruption = new Interruption();
        for (String signal : SIGNALS) {
            interruption.previous.add(Signals.register(signal, interruption::interrupt));
        }
        return interruption;
    }

    private void interrupt() {
        close();
        cancellation.cancel();
    }

    /** What the signals cancel. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Lets the signals do what they did before. */
    @Override
    public synchronized void close() {
        if (isOver) {
            return;
        }
        isOver = true;
        for (int i = 0; i < previous.size(); i++) {
            Signals.unregister(SIGNALS.get(i), previous.get(i));
        }
    }
}
