package io.tidemark.analysis.answer;

import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flame graph of what was observed.
 *
 * @param graph what it shows
 * @param report the profile
 */
public record Flame(Graph graph, Report report) {
    /** The flame graphs of an answer, in their order. */
    public enum Graph {
        GROWTH("growth", "What grew", "live heap at the last collection, less that at the first"),
        LIVE("live", "Live heap", "what was in use after the last collection"),
        ALLOCATIONS("allocations", "Allocations", "all that was allocated since the start, freed or not"),
        GOROUTINES("goroutines", "Goroutines", "where they were at the end");

        private final String label;
        private final String title;
        private final String meaning;

        Graph(String label, String title, String meaning) {
            this.label = label;
            this.title = title;
            this.meaning = meaning;
        }

        String label() {
            return label;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    private static final List<String> LIVE_TYPES = List.of("inuse_objects", "inuse_space");
    private static final List<String> ALLOCATED_TYPES = List.of("alloc_objects", "alloc_space");

    /** The flame graphs that can be made of what was observed. */
    public static List<Flame> of(Readings readings) {
        List<Flame> flames = new ArrayList<>();
        List<HeapSnapshot> heaps = comparable(readings.heaps());
        if (!heaps.isEmpty()) {
            Profile first = heaps.get(0).profile();
            Profile last = heaps.get(heaps.size() - 1).profile();
            if (heaps.size() > 1) {
                difference(last, first)
                        .flatMap(grown -> of(Graph.GROWTH, grown, LIVE_TYPES))
                        .ifPresent(flames::add);
            }
            of(Graph.LIVE, last, LIVE_TYPES).ifPresent(flames::add);
            of(Graph.ALLOCATIONS, last, ALLOCATED_TYPES).ifPresent(flames::add);
        }
        List<GoroutineSnapshot> goroutines = readings.goroutines();
        if (!goroutines.isEmpty()) {
            Profile last = goroutines.get(goroutines.size() - 1).profile();
            of(Graph.GOROUTINES, last, List.of()).ifPresent(flames::add);
        }
        return flames;
    }

    /** Those that were taken right after a collection, when there are two of them. */
    private static List<HeapSnapshot> comparable(List<HeapSnapshot> heaps) {
        List<HeapSnapshot> collected =
                heaps.stream().filter(HeapSnapshot::collected).toList();
        return collected.size() < 2 ? heaps : collected;
    }

    private static Optional<Profile> difference(Profile last, Profile first) {
        try {
            Merger merger = new Merger();
            merger.add(last);
            merger.add(first.scale(-1));
            return Optional.of(merger.toProfile());
        } catch (IncompatibleProfilesException e) {
            return Optional.empty();
        }
    }

    private static Optional<Flame> of(Graph graph, Profile profile, List<String> types) {
        boolean hasTypes =
                profile.sampleTypes().stream().map(ValueType::type).toList().containsAll(types);
        if (!hasTypes) {
            return Optional.empty();
        }
        try {
            Profile shown = types.isEmpty() ? profile : profile.project(types);
            View view = types.isEmpty() ? View.INITIAL : View.INITIAL.with(Setting.SAMPLE_INDEX, types.get(1));
            Report report = new Query(view, Shape.TABLE, null).report(shown, ZoneOffset.UTC, notice -> {});
            return Optional.of(new Flame(graph, report));
        } catch (ReportException e) {
            return Optional.empty();
        }
    }
}
