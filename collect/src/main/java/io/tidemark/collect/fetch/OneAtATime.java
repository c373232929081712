package io.tidemark.collect.fetch;

import java.util.OptionalLong;

/** Lets the threads that fetch call a listener one after the other. */
final class OneAtATime implements FetchListener {
    private final FetchListener listener;

    OneAtATime(FetchListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void started(Source source) {
        listener.started(source);
    }

    @Override
    public synchronized void progressed(Source source, long bytes, OptionalLong total) {
        listener.progressed(source, bytes, total);
    }

    @Override
    public synchronized void finished(Source source) {
        listener.finished(source);
    }

    @Override
    public synchronized void failed(Source source, String reason) {
        listener.failed(source, reason);
    }

    @Override
    public synchronized void noted(String sentence) {
        listener.noted(sentence);
    }
}
