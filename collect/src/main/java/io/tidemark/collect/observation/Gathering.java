package io.tidemark.collect.observation;

import io.tidemark.collect.observation.Endpoints.Answer;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Gathers the items of a round, and sees to it that the target isn't asked too much. */
final class Gathering {
    private static final String COLLECT = "?gc=1";
    private static final long LONG_COLLECTION = Duration.ofSeconds(2).toNanos();
    private static final int ROUND_TIMEOUTS = 2; // after which no more is asked in a round
    private static final int LARGE_METRICS = 1 << 20;

    private Machine machine;
    private final Optional<Endpoints> endpoints;
    private final Bounds bounds;
    private final Time time;
    private final Consumer<String> notes;
    private final Consumer<Item> listener;
    private final Strain strain = new Strain();

    private Counters counters = Counters.NONE;
    private int collections; // forced
    private boolean isCollectingOff;
    private boolean hasLeaks; // of goroutines, to be asked for at the price of a collection
    private double collectionsOfHeap = -1; // NumGC of the last heap
    private long goroutines = -1;
    private int metricsSize;
    private String probe = ""; // the first page of counters that answered: how long it takes tells how the target is

    Gathering(
            Machine machine,
            Optional<Endpoints> endpoints,
            Bounds bounds,
            Time time,
            Consumer<String> notes,
            Consumer<Item> listener) {
        this.machine = machine;
        this.endpoints = endpoints;
        this.bounds = bounds;
        this.time = time;
        this.notes = notes;
        this.listener = listener;
    }

    /** Gathers in the order of the items, until it is cancelled. */
    void gather(SortedSet<Item> items, Batch batch, Cancellation cancellation) {
        endpoints.ifPresent(Endpoints::begin);
        boolean isEdge = items.contains(Item.ALLOCS); // the beginning or the end
        long patience = time.nanos() + ROUND_TIMEOUTS * bounds.timeout().toNanos();
        for (Item item : items) {
            if (cancellation.isCancelled()) {
                return;
            }
            listener.accept(item);
            switch (item) {
                case CGROUP -> machine.takeGroup(batch);
                case PROCESS -> machine.takeProcess(batch);
                case PAGES -> machine.takePages(batch);
                case NEIGHBOURS -> machine.takeNeighbours(batch);
                default ->
                    endpoints.ifPresent(server -> {
                        if (time.nanos() < patience) {
                            ask(server, item, items, isEdge, batch);
                        } else {
                            batch.fail(item.capture(), "left out, as the answers before it took too long");
                        }
                    });
            }
        }
    }

    /** What this machine tells of the target; after a restart that is another process. */
    Machine machine() {
        return machine;
    }

    /** Goes on with another process. */
    void continueWith(Machine other) {
        machine = other;
    }

    /** Why the target should be left alone, if it should. */
    Optional<String> strain() {
        return strain.sentence();
    }

    private void ask(Endpoints server, Item item, SortedSet<Item> items, boolean isEdge, Batch batch) {
        switch (item) {
            case HEAP_COLLECTED -> {
                if (mayCollect(isEdge)) {
                    collectedHeap(server, batch);
                }
            }
            case COUNTERS -> counters(server, items, batch);
            case HEAP -> heap(server, batch);
            case GOROUTINES ->
                profile(server, item.capture(), item.capture(), false, batch).ifPresent(this::count);
            case GOROUTINE_DUMP -> dump(server, batch);
            case GOROUTINE_LEAK -> leaks(server, batch);
            default -> profile(server, item.capture(), item.capture(), false, batch);
        }
        if (item == Item.COUNTERS && items.contains(Item.HEAP_COLLECTED) && !hasHeap(batch)) {
            heap(server, batch); // instead of the one that would have been collected
        }
    }

    private static boolean hasHeap(Batch batch) {
        return batch.captures().stream().anyMatch(capture -> capture.name().equals(CaptureName.HEAP));
    }

    private boolean mayCollect(boolean isEdge) {
        if (isCollectingOff || collections >= bounds.collections()) {
            return false;
        }
        boolean isLarge = counters.heap().orElse(0) >= bounds.collectedHeap();
        boolean isLastOne = collections == bounds.collections() - 1;
        return isEdge || (!isLarge && !(hasLeaks && isLastOne));
    }

    private void collectedHeap(Endpoints server, Batch batch) {
        long before = time.nanos();
        Optional<Profile> heap = profile(server, CaptureName.HEAP, CaptureName.HEAP + COLLECT, true, batch);
        if (heap.isPresent()) {
            collections++;
        }
        if (time.nanos() - before > LONG_COLLECTION && !isCollectingOff) {
            isCollectingOff = true;
            if (heap.isEmpty()) {
                return; // the server is slow, or silent; what it is will be said
            }
            notes.accept("a collection took more than " + LONG_COLLECTION / 1_000_000_000
                    + " s, so the target was not made to collect any more");
        }
    }

    /** The heap, unless it would be the same again. */
    private void heap(Endpoints server, Batch batch) {
        OptionalDouble now = counters.collections();
        if (now.isPresent() && now.getAsDouble() == collectionsOfHeap) {
            return;
        }
        profile(server, CaptureName.HEAP, CaptureName.HEAP, false, batch);
        collectionsOfHeap = now.orElse(-1);
    }

    private void counters(Endpoints server, SortedSet<Item> items, Batch batch) {
        boolean isProfileRound = items.contains(Item.GOROUTINES);
        Counters best = Counters.NONE;
        if (server.isWorthAsking(CaptureName.VARS)) {
            best = read(server, CaptureName.VARS, CaptureName.VARS, Counters::ofVars, batch);
        }
        if (server.isWorthAsking(CaptureName.METRICS) && (isProfileRound || metricsSize < LARGE_METRICS)) {
            Counters metrics = read(server, CaptureName.METRICS, CaptureName.METRICS, Counters::ofMetrics, batch);
            best = best.hasHeap() ? best : metrics;
        }
        String text = CaptureName.HEAP + "?debug=1";
        if (!best.hasHeap() && isProfileRound && server.isWorthAsking(text)) {
            best = read(server, CaptureName.HEAP_TEXT, text, Counters::ofHeapText, batch);
        }
        if (best.hasHeap()) {
            counters = best;
        }
        if (hasHeap(batch)) {
            collectionsOfHeap = counters.collections().orElse(-1);
        }
        OptionalDouble share = best.collectionShare();
        Optional<Double> uptime = machine.uptime();
        if (share.isPresent() && uptime.isPresent()) {
            strain.collected(share.getAsDouble(), uptime.get());
        }
    }

    private Counters read(Endpoints server, String name, String page, Endpoints.Check<Counters> check, Batch batch) {
        long before = time.nanos();
        Optional<Answer<Counters>> answer =
                batch.take(name, false, () -> server.text(page, bounds.timeout(), check), Answer::bytes);
        if (answer.isPresent() && probe.isEmpty()) {
            probe = name;
        }
        long taken = time.nanos() - before;
        if (name.equals(probe)
                && (answer.isPresent() || taken >= bounds.timeout().toNanos())) {
            strain.answered(taken);
        }
        if (answer.isPresent() && name.equals(CaptureName.METRICS)) {
            metricsSize = answer.get().bytes().length;
        }
        return answer.map(Answer::meaning).orElse(Counters.NONE);
    }

    private Optional<Profile> profile(Endpoints server, String name, String page, boolean isCollected, Batch batch) {
        if (!server.isWorthAsking(page)) {
            return Optional.empty();
        }
        return batch.take(name, isCollected, () -> server.profile(page), Answer::bytes)
                .map(Answer::meaning);
    }

    private void count(Profile profile) {
        long[] sums = profile.sums();
        goroutines = sums.length == 0 ? -1 : sums[0];
    }

    private void dump(Endpoints server, Batch batch) {
        String page = CaptureName.GOROUTINES + "?debug=2";
        if (!server.isWorthAsking(page)) {
            return;
        }
        if (goroutines < 0) {
            batch.fail(CaptureName.GOROUTINE_DUMP, "left out, as the number of goroutines is not known");
        } else if (goroutines > bounds.dumpedGoroutines()) {
            batch.fail(
                    CaptureName.GOROUTINE_DUMP,
                    "left out, as there are " + goroutines + " goroutines, and a dump stops them all (the limit is "
                            + bounds.dumpedGoroutines() + ")");
        } else {
            batch.take(
                    CaptureName.GOROUTINE_DUMP,
                    false,
                    () -> server.text(page, bounds.timeout(), Counters::ofDump),
                    Answer::bytes);
        }
    }

    private void leaks(Endpoints server, Batch batch) {
        if (!isCollectingOff
                && counters.heap().orElse(0) < bounds.collectedHeap()
                && profile(server, CaptureName.GOROUTINE_LEAK, CaptureName.GOROUTINE_LEAK, true, batch)
                        .isPresent()) {
            collections++;
            hasLeaks = true;
        }
    }
}
