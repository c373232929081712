package io.tidemark.analysis.signature;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import java.util.List;

/** What was observed beside the suspect itself. The caller implements it with its own statistics. */
public interface Facts {
    /** All signals that were seen. */
    Signals signals();

    /** Which way a signal went; {@link Trend#UNKNOWN} when that can't be told. */
    Trend trend(Signal signal);

    /** All groups of goroutines, heap and descriptors, whether or not they grow, to compare their counts. */
    List<Suspect> groups();

    /** Such as {@code go1.26.8}; empty when it is not known. */
    String goVersion();
}
