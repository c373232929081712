package io.tidemark.collect.fetch;

import java.util.OptionalLong;

/**
 * Hears how fetching goes on. The methods are called from several threads, but one at a time; failures come in the order
 * of the sources.
 */
public interface FetchListener {
    /** Hears nothing. */
    FetchListener SILENT = new FetchListener() {};

    /** A source is about to be opened. */
    default void started(Source source) {}

    /**
     * Bytes have arrived.
     *
     * @param bytes how many of this source so far, as they are on the disk or on the wire
     * @param total how many it will be, where that is known
     */
    default void progressed(Source source, long bytes, OptionalLong total) {}

    /** All of a source has been read. */
    default void finished(Source source) {}

    /** A source is left out; the reason is a sentence. */
    default void failed(Source source, String reason) {}

    /** There is something to say that is no failure of a source; {@code sentence} is for the user. */
    default void noted(String sentence) {}
}
