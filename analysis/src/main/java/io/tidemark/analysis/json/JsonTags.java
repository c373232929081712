package io.tidemark.analysis.json;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.Report;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of each label, with what was measured under them. Numbers that the text rounds to the same are apart here.
 */
final class JsonTags {
    private static final Comparator<Map.Entry<Value, Long>> ORDER = Comparator.comparingLong(
                    (Map.Entry<Value, Long> row) -> -Math.abs(row.getValue()))
            .thenComparing(row -> row.getKey().text(), Utf8.ORDER)
            .thenComparing(row -> row.getKey().number());

    private final Report report;
    private final SortedMap<String, Map<Value, Long>> sums = new TreeMap<>(Utf8.ORDER);

    /** A text, or a number with its unit in the place of the text. */
    private record Value(boolean isNumber, String text, long number) {}

    private JsonTags(Report report) {
        this.report = report;
    }

    static void write(JsonWriter json, Report report) throws IOException {
        JsonTags tags = new JsonTags(report);
        tags.sum();
        tags.write(json);
    }

    private void sum() {
        SampleValue value = report.options().value();
        Samples samples = report.profile().samples();
        long[] bySet = new long[samples.labelSets().size()];
        boolean[] used = new boolean[bySet.length];
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                bySet[block.labels(s)] += value.of(block, s);
                used[block.labels(s)] = true;
            }
        }
        for (int i = 0; i < bySet.length; i++) {
            if (used[i]) {
                add(samples.labels(i), bySet[i]);
            }
        }
    }

    private void add(LabelSet labels, long sum) {
        for (int i = 0; i < labels.textCount(); i++) {
            add(labels.textKey(i), new Value(false, labels.textValue(i), 0), sum);
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            String key = labels.numberKey(i);
            String unit = report.options().labelUnits().getOrDefault(key, "");
            add(key, new Value(true, unit, labels.number(i)), sum);
        }
    }

    private void add(String key, Value value, long sum) {
        sums.computeIfAbsent(key, unused -> new HashMap<>()).merge(value, sum, Long::sum);
    }

    private void write(JsonWriter json) throws IOException {
        json.name("labels").beginArray();
        for (Map.Entry<String, Map<Value, Long>> key : sums.entrySet()) {
            List<Map.Entry<Value, Long>> rows = new ArrayList<>(key.getValue().entrySet());
            rows.sort(ORDER);
            long total = rows.stream().mapToLong(Map.Entry::getValue).sum();
            json.beginObject().member("key", key.getKey()).member("total", report.multiply(total));
            json.name("values").beginArray();
            for (Map.Entry<Value, Long> row : rows) {
                json.inline().beginObject();
                if (row.getKey().isNumber()) {
                    json.member("number", row.getKey().number())
                            .member("unit", row.getKey().text());
                } else {
                    json.member("text", row.getKey().text());
                }
                json.member("sum", report.multiply(row.getValue())).end();
            }
            json.end().end();
        }
        json.end();
    }
}
