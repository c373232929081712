package io.tidemark.model.speedscope;

import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a profile as speedscope's JSON, with one profile for each sample type.
 *
 * <pre>
 * {
 *   "$schema": "https://www.speedscope.app/file-format-schema.json",
 *   "exporter": "tidemark",
 *   "name": "heap.pb.gz",
 *   "activeProfileIndex": 0,
 *   "shared": {
 *     "frames": [
 *       {"name": "main.main", "file": "main.go"},
 *       {"name": "main.encode", "file": "encode.go", "line": 12}
 *     ]
 *   },
 *   "profiles": [
 *     {
 *       "type": "sampled",
 *       "name": "inuse_space",
 *       "unit": "bytes",
 *       "startValue": 0,
 *       "endValue": 512,
 *       "samples": [
 *         [0, 1]
 *       ],
 *       "weights": [512]
 *     }
 *   ]
 * }
 * </pre>
 *
 * <p>A frame is a function, with the line of its definition where that is known: speedscope counts frames that differ in
 * anything as different. Labels and addresses are lost. Stacks are written with the root first, and only those with a
 * weight above zero: a flame graph has no width below it, so a difference shows what grew.
 */
public final class SpeedscopeWriter {
    private final Profile profile;
    private final JsonWriter json;
    private final Map<Long, Integer> addresses = new HashMap<>(); // to the frames of locations without a function

    private SpeedscopeWriter(Profile profile, OutputStream out) {
        this.profile = profile;
        this.json = new JsonWriter(out);
    }

    /**
     * Writes a profile; the stream stays open.
     *
     * @param name what to call it, such as the name of its file
     */
    public static void write(Profile profile, String name, OutputStream out) throws IOException {
        new SpeedscopeWriter(profile, out).write(name);
    }

    private void write(String name) throws IOException {
        json.beginObject();
        json.member("$schema", "https://www.speedscope.app/file-format-schema.json");
        json.member("exporter", "tidemark").member("name", name);
        json.member("activeProfileIndex", Math.max(0, profile.defaultSampleIndex()));
        json.name("shared").beginObject().name("frames").beginArray();
        frames();
        json.end().end();
        json.name("profiles").beginArray();
        for (int type = 0; type < profile.sampleTypes().size(); type++) {
            profile(type);
        }
        json.end().end().flush();
    }

    private void frames() throws IOException {
        Functions functions = profile.functions();
        for (int f = 0; f < functions.size(); f++) {
            json.inline().beginObject().member("name", name(functions.name(f)));
            if (!functions.filename(f).isEmpty()) {
                json.member("file", functions.filename(f));
            }
            if (functions.startLine(f) > 0) {
                json.member("line", functions.startLine(f));
            }
            json.end();
        }
        Locations locations = profile.locations();
        for (int location = 0; location < locations.size(); location++) {
            long address = locations.address(location);
            int next = functions.size() + addresses.size();
            if (locations.lineCount(location) == 0 && addresses.putIfAbsent(address, next) == null) {
                String name = address == 0 ? "" : "0x" + Long.toHexString(address);
                json.inline().beginObject().member("name", name(name)).end();
            }
        }
    }

    private static String name(String name) {
        return name.isEmpty() ? "[unknown]" : name;
    }

    private void profile(int type) throws IOException {
        ValueType valueType = profile.sampleTypes().get(type);
        json.beginObject().member("type", "sampled").member("name", name(valueType.type()));
        json.member("unit", unit(valueType.unit()));
        json.member("startValue", 0).member("endValue", total(type));
        json.name("samples").beginArray();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (block.value(s, type) > 0) {
                    stack(block, s);
                }
            }
        }
        json.end();
        json.name("weights").inline().beginArray();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (block.value(s, type) > 0) {
                    json.value(block.value(s, type));
                }
            }
        }
        json.end().end();
    }

    private void stack(Samples.Block block, int s) throws IOException {
        Locations locations = profile.locations();
        json.inline().beginArray();
        for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
            int location = block.location(k);
            if (locations.lineCount(location) == 0) {
                json.value(addresses.getOrDefault(locations.address(location), 0));
            }
            for (int line = locations.lineEnd(location) - 1; line >= locations.lineStart(location); line--) {
                json.value(locations.function(line));
            }
        }
        json.end();
    }

    private long total(int type) {
        long total = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                total += Math.max(0, block.value(s, type));
            }
        }
        return total;
    }

    /** The unit's name in the schema, which knows no others. */
    private static String unit(String unit) {
        return switch (unit) {
            case "nanoseconds", "microseconds", "milliseconds", "seconds", "bytes" -> unit;
            default -> "none";
        };
    }
}
