package io.tidemark.analysis.memstats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The variables that a Go program publishes at {@code /debug/vars}.
 *
 * <pre>
 * {
 * "cmdline": ["./svc"],
 * "memstats": {"Alloc":184712, ..., "BySize":[{"Size":0,"Mallocs":0,"Frees":0}, ...]},
 * "requests": 1027
 * }
 * </pre>
 *
 * @param memStats empty when the program does not publish them
 * @param numbers the other variables that are numbers, by name
 */
public record VarsPage(MemStats memStats, Map<String, Double> numbers) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // expvar.Float of old versions prints NaN
            .build();

    private static final int MAX_NUMBERS = 10_000;
    private static final int MAX_SIZES = 1024; // there are 68 in Go

    /**
     * Reads a page to its end.
     *
     * @throws MalformedTextException when it is no object of JSON, or memstats has something else than numbers
     */
    public static VarsPage read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            return read(json);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage();
            throw new MalformedTextException(
                    "debug/vars, line " + line + ": " + LineReader.excerpt(problem) + " (expected JSON)");
        }
    }

    private static VarsPage read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed(json, "an object");
        }
        MemStats memStats = MemStats.EMPTY;
        Map<String, Double> numbers = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("memstats") && token == JsonToken.START_OBJECT) {
                memStats = memStats(json);
            } else if (token != null && token.isNumeric() && numbers.size() < MAX_NUMBERS) {
                numbers.put(name, json.getDoubleValue());
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw malformed(json, "a closing brace");
        }
        return new VarsPage(memStats, Map.copyOf(numbers));
    }

    private static MemStats memStats(JsonParser json) throws IOException {
        Map<MemStat, Long> values = new EnumMap<>(MemStat.class);
        List<SizeClass> sizes = new ArrayList<>();
        OptionalDouble gcCpu = OptionalDouble.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Optional<MemStat> stat = MemStat.ofField(name);
            JsonToken token = json.nextToken();
            if (stat.isPresent()) {
                values.put(stat.get(), number(json, token));
            } else if (name.equals("BySize") && token == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT && sizes.size() < MAX_SIZES) {
                    sizes.add(sizeClass(json));
                }
            } else if (name.equals("GCCPUFraction") && token.isNumeric()) {
                gcCpu = OptionalDouble.of(json.getDoubleValue()).stream()
                        .filter(Double::isFinite)
                        .findFirst();
            } else {
                json.skipChildren();
            }
        }
        return MemStats.of(values, sizes, gcCpu);
    }

    private static SizeClass sizeClass(JsonParser json) throws IOException {
        long size = 0;
        long mallocs = 0;
        long frees = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            long number = number(json, json.nextToken());
            switch (name) {
                case "Size" -> size = number;
                case "Mallocs" -> mallocs = number;
                case "Frees" -> frees = number;
                default -> {} // a field of a later version
            }
        }
        return new SizeClass(size, mallocs, frees);
    }

    private static long number(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw malformed(json, "a whole number in memstats");
        }
        return json.getLongValue();
    }

    private static MalformedTextException malformed(JsonParser json, String expected) throws IOException {
        String found = json.currentToken() == null ? "" : json.getText();
        return MalformedTextException.at("debug/vars", json.currentLocation().getLineNr(), found, expected);
    }
}
