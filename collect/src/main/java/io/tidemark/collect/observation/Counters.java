package io.tidemark.collect.observation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The few counters of a Go program that the observer itself goes by, in whichever form they came. */
final class Counters {
    /** None are known. */
    static final Counters NONE = new Counters(Map.of());

    private static final JsonFactory JSON = new JsonFactory();
    private static final String HEAP = "HeapAlloc";
    private static final String COLLECTIONS = "NumGC";
    private static final String GC_SHARE = "GCCPUFraction";
    private static final String START = "start";
    private static final Map<String, String> METRICS = Map.of(
            "go_memstats_heap_alloc_bytes", HEAP,
            "go_gc_duration_seconds_count", COLLECTIONS,
            "go_memstats_gc_cpu_fraction", GC_SHARE,
            "process_start_time_seconds", START);

    private final Map<String, Double> values;

    private Counters(Map<String, Double> values) {
        this.values = values;
    }

    /**
     * From the JSON of {@code /debug/vars}.
     *
     * @throws IOException when it is no whole JSON
     */
    static Counters ofVars(byte[] json) throws IOException {
        Map<String, Double> found = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("something else than a JSON object");
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                boolean isMemstats = "memstats".equals(in.currentName());
                if (in.nextToken() == JsonToken.START_OBJECT && isMemstats) {
                    memstats(in, found);
                } else {
                    in.skipChildren();
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException("broken JSON: " + e.getOriginalMessage(), e);
        }
        return new Counters(found);
    }

    private static void memstats(JsonParser in, Map<String, Double> found) throws IOException {
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            if (in.nextToken().isNumeric()) {
                if (name.equals(HEAP) || name.equals(COLLECTIONS) || name.equals(GC_SHARE)) {
                    found.put(name, in.getDoubleValue());
                }
            } else {
                in.skipChildren();
            }
        }
    }

    /** From lines such as {@code go_memstats_heap_alloc_bytes 1.2e+07}. */
    static Counters ofMetrics(byte[] text) throws IOException {
        if (text.length > 0 && text[0] == '<') {
            throw new IOException("a page of another kind than metrics");
        }
        return ofLines(text, "", " ");
    }

    /** From the lines behind a heap profile as text, such as {@code # HeapAlloc = 12000000}. */
    static Counters ofHeapText(byte[] text) throws IOException {
        requireStart(text, "heap profile: ", "a heap profile as text");
        return ofLines(text, "# ", " = ");
    }

    /** Requires that a text is a dump of goroutines. */
    static Counters ofDump(byte[] text) throws IOException {
        requireStart(text, "goroutine ", "a dump of goroutines");
        return NONE;
    }

    private static void requireStart(byte[] text, String expected, String what) throws IOException {
        String start = new String(text, 0, Math.min(text.length, expected.length()), StandardCharsets.ISO_8859_1);
        if (!start.equals(expected)) {
            throw new IOException("something else than " + what);
        }
    }

    private static Counters ofLines(byte[] text, String before, String between) {
        Map<String, Double> found = new HashMap<>();
        new String(text, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int gap = line.indexOf(between);
            if (gap > 0 && line.startsWith(before)) {
                String name = line.substring(before.length(), gap);
                String key = before.isEmpty() ? METRICS.getOrDefault(name, "") : name;
                if (key.equals(HEAP) || key.equals(COLLECTIONS) || key.equals(GC_SHARE) || key.equals(START)) {
                    put(found, key, line.substring(gap + between.length()));
                }
            }
        });
        return new Counters(found);
    }

    private static void put(Map<String, Double> found, String key, String text) {
        try {
            found.put(key, Double.parseDouble(text.strip().split(" ", 2)[0]));
        } catch (NumberFormatException e) {
            return; // somebody's metric of that name
        }
    }

    /** Whether these are the counters of a Go program. */
    boolean hasHeap() {
        return values.containsKey(HEAP);
    }

    /** Heap in objects, in bytes. */
    OptionalDouble heap() {
        return value(HEAP);
    }

    /** Collections since the start. */
    OptionalDouble collections() {
        return value(COLLECTIONS);
    }

    /** The share of the processor time since the start that collections took. */
    OptionalDouble collectionShare() {
        return value(GC_SHARE);
    }

    /** When the process started, in seconds since 1970. */
    OptionalDouble start() {
        return value(START);
    }

    private OptionalDouble value(String key) {
        Double value = values.get(key);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
