package io.tidemark.collect.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Remembers what it heard. */
final class RecordedListener implements FetchListener {
    final List<String> started = new ArrayList<>();
    final List<String> finished = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    final List<String> noted = new ArrayList<>();
    final Map<String, Long> bytes = new HashMap<>();
    final Map<String, OptionalLong> totals = new HashMap<>();

    @Override
    public void started(Source source) {
        started.add(source.name());
    }

    @Override
    public void progressed(Source source, long count, OptionalLong total) {
        bytes.put(source.name(), count);
        totals.put(source.name(), total);
    }

    @Override
    public void finished(Source source) {
        finished.add(source.name());
    }

    @Override
    public void failed(Source source, String reason) {
        failed.add(source.name() + ": " + reason);
    }

    @Override
    public void noted(String sentence) {
        noted.add(sentence);
    }
}
