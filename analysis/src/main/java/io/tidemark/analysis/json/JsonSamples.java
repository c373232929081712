package io.tidemark.analysis.json;

import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.Report;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every sample, one a line; what stacks refer to comes first, so that samples can be read as they come. */
final class JsonSamples {
    private final JsonWriter json;
    private final Report report;
    private final Profile profile;

    private JsonSamples(JsonWriter json, Report report) {
        this.json = json;
        this.report = report;
        this.profile = report.profile();
    }

    /** The samples with a stack, with the value that the report is about; a stack is indices of frames, leaf first. */
    static void traces(JsonWriter json, Report report) throws IOException {
        new JsonSamples(json, report).writeTraces();
    }

    /** All that is in the profile; what refers to something else does so by its index, from 0. */
    static void raw(JsonWriter json, Report report) throws IOException {
        JsonSamples samples = new JsonSamples(json, report);
        samples.mappings();
        samples.locations();
        samples.samples();
    }

    private void writeTraces() throws IOException {
        NodeTable table = new NodeTable(profile, false, UnaryOperator.identity());
        int[] numbers = numbers(table);
        json.name("frames").beginArray();
        for (int node = 0; node < table.size(); node++) {
            if (numbers[node] >= 0) {
                json.inline().beginObject();
                JsonNode.info(json, table.info(node));
                json.end();
            }
        }
        json.end().name("samples").beginArray();
        SampleValue value = report.options().value();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (block.stackStart(s) < block.stackEnd(s)) {
                    long divisor = value.divisorOf(block, s);
                    long shown = divisor == 0 ? value.of(block, s) : value.of(block, s) / divisor;
                    json.inline().beginObject().member("value", report.multiply(shown));
                    JsonLabels.write(
                            json,
                            profile.samples().labels(block.labels(s)),
                            report.options().labelUnits());
                    frames(block, s, table, numbers);
                    json.end();
                }
            }
        }
        json.end();
    }

    /** The numbers of the nodes in the document, from 0; -1 for those that no sample has. */
    private int[] numbers(NodeTable table) {
        int[] numbers = new int[table.size()];
        Arrays.fill(numbers, -1);
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    int location = block.location(k);
                    for (int place = table.start(location); place < table.end(location); place++) {
                        numbers[table.node(place)] = 0;
                    }
                }
            }
        }
        int next = 0;
        for (int node = 0; node < numbers.length; node++) {
            if (numbers[node] == 0) {
                numbers[node] = next++;
            }
        }
        return numbers;
    }

    private void frames(Samples.Block block, int s, NodeTable table, int[] numbers) throws IOException {
        json.name("stack").beginArray();
        for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
            int location = block.location(k);
            for (int place = table.start(location); place < table.end(location); place++) {
                json.value(numbers[table.node(place)]);
            }
        }
        json.end();
    }

    private void mappings() throws IOException {
        json.name("mappings").beginArray();
        for (Mapping mapping : profile.mappings()) {
            json.inline().beginObject().member("id", Long.toUnsignedString(mapping.id()));
            json.member("start", hex(mapping.start())).member("limit", hex(mapping.limit()));
            json.member("offset", hex(mapping.offset()));
            json.member("file", mapping.file()).member("buildId", mapping.buildId());
            json.end();
        }
        json.end();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private void locations() throws IOException {
        Locations all = profile.locations();
        Functions functions = profile.functions();
        json.name("locations").beginArray();
        for (int location = 0; location < all.size(); location++) {
            json.inline().beginObject().member("id", Long.toUnsignedString(all.id(location)));
            json.member("address", hex(all.address(location)));
            if (all.mapping(location) >= 0) {
                json.member("mapping", all.mapping(location));
            }
            if (all.isFolded(location)) {
                json.member("folded", true);
            }
            json.name("lines").beginArray();
            for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
                int function = all.function(line);
                json.beginObject().member("function", functions.name(function));
                JsonHead.text(json, "systemName", functions.systemName(function));
                JsonHead.text(json, "file", functions.filename(function));
                JsonHead.number(json, "startLine", functions.startLine(function));
                JsonHead.number(json, "line", all.line(line));
                JsonHead.number(json, "column", all.column(line));
                json.end();
            }
            json.end().end();
        }
        json.end();
    }

    private void samples() throws IOException {
        Samples samples = profile.samples();
        json.name("samples").beginArray();
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                json.inline().beginObject().name("values").beginArray();
                for (int type = 0; type < samples.types(); type++) {
                    json.value(block.value(s, type));
                }
                json.end();
                JsonLabels.write(json, samples.labels(block.labels(s)), Map.of());
                json.name("locations").beginArray();
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    json.value(block.location(k));
                }
                json.end().end();
            }
        }
        json.end();
    }
}
