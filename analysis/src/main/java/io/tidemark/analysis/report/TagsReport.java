package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of each label, with what was measured under them:
 *
 * <pre>{@code
 *  endpoint: Total 20MB of 20MB (  100%)
 *            15MB (75.00%): /orders
 *             5MB (25.00%): /health
 * }</pre>
 */
final class TagsReport {
    private final Report report;
    private final Map<String, Map<String, Long>> tags = new TreeMap<>(Utf8.ORDER);
    private final Map<String, Long> totals = new HashMap<>();

    private TagsReport(Report report) {
        this.report = report;
    }

    static void write(Report report, TextOutput out) throws IOException {
        TagsReport tags = new TagsReport(report);
        tags.sum();
        for (String key : tags.tags.keySet()) {
            tags.write(key, out);
        }
    }

    private void sum() {
        SampleValue value = report.options().value();
        Samples samples = report.profile().samples();
        long[] sums = new long[samples.labelSets().size()];
        boolean[] used = new boolean[sums.length];
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                sums[block.labels(s)] += value.of(block, s);
                used[block.labels(s)] = true;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (used[i]) {
                add(samples.labels(i), sums[i]);
            }
        }
    }

    private void add(LabelSet labels, long sum) {
        for (int i = 0; i < labels.textCount(); i++) {
            add(labels.textKey(i), labels.textValue(i), sum);
        }
        String outputUnit = report.options().scale().unit();
        for (int i = 0; i < labels.numberCount(); i++) {
            String key = labels.numberKey(i);
            String unit = report.options().labelUnits().getOrDefault(key, "");
            add(key, Measurement.label(labels.number(i), unit, outputUnit), sum);
        }
    }

    private void add(String key, String value, long sum) {
        tags.computeIfAbsent(key, unused -> new HashMap<>()).merge(value, sum, Long::sum);
        totals.merge(key, sum, Long::sum);
    }

    private void write(String key, TextOutput out) throws IOException {
        List<Map.Entry<String, Long>> rows = tags.getOrDefault(key, Map.of()).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> row) -> -Math.abs(row.getValue()))
                        .thenComparing(Map.Entry::getKey, Utf8.ORDER))
                .toList();
        List<String> values =
                rows.stream().map(row -> share(row.getValue()) + ":").toList();
        int keyWidth = Utf8.width(key) + 2;
        int valueWidth = values.stream().mapToInt(Utf8::width).max().orElse(0) + 1;
        long total = totals.getOrDefault(key, 0L);
        out.right(key + ":", keyWidth).text(" Total ").text(report.format(total));
        out.text(" of ").text(report.format(report.total()));
        out.line(report.total() > 0 ? " (" + report.percentage(total) + ")" : "");
        for (int i = 0; i < values.size(); i++) {
            out.spaces(keyWidth)
                    .right(values.get(i), valueWidth)
                    .text(" ")
                    .line(rows.get(i).getKey());
        }
        out.newLine();
    }

    private String share(long value) {
        return report.total() > 0 ? report.format(value) + " (" + report.percentage(value) + ")" : report.format(value);
    }
}
