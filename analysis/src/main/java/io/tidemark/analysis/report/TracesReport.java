package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every sample with its labels and its stack, leaf first:
 *
 * <pre>{@code
 * -----------+-------------------------------------------------------
 *      bytes:  1kB
 *     8.50MB   bytes.makeSlice (inline)
 *              bytes.(*Buffer).grow
 * }</pre>
 *
 * <p>The lines of a location are made once, as bytes; two million stacks are then copied, not formatted.
 */
final class TracesReport {
    private static final String SEPARATOR = "-----------+-------------------------------------------------------";
    private static final int VALUE_WIDTH = 10;

    private final Report report;
    private final Profile profile;
    private final NodeTable table;
    private final byte[] @Nullable [] locations; // with an empty value before each line
    private final byte[] @Nullable [] labels;

    private TracesReport(Report report) {
        this.report = report;
        this.profile = report.profile();
        this.table = new NodeTable(profile, false, UnaryOperator.identity());
        this.locations = new byte[profile.locations().size()][];
        this.labels = new byte[profile.samples().labelSets().size()][];
    }

    static void write(Report report, TextOutput out) throws IOException {
        for (String line : Legend.ofProfile(report)) {
            out.line(line);
        }
        new TracesReport(report).samples(out);
        out.line(SEPARATOR);
    }

    private void samples(TextOutput out) throws IOException {
        SampleValue value = report.options().value();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                int start = block.stackStart(s);
                int end = block.stackEnd(s);
                if (start == end) {
                    continue;
                }
                out.bytes(labels(block.labels(s)));
                long divisor = value.divisorOf(block, s);
                long shown = divisor == 0 ? value.of(block, s) : value.of(block, s) / divisor;
                out.right(report.format(shown), VALUE_WIDTH);
                byte[] leaf = location(block.location(start));
                out.bytes(leaf, VALUE_WIDTH, leaf.length - VALUE_WIDTH);
                for (int k = start + 1; k < end; k++) {
                    byte[] lines = location(block.location(k));
                    out.bytes(lines, 0, lines.length);
                }
            }
        }
    }

    private byte[] location(int location) {
        byte[] known = locations[location];
        if (known == null) {
            known = Utf8.encode(lines(location));
            locations[location] = known;
        }
        return known;
    }

    private String lines(int location) {
        StringBuilder text = new StringBuilder();
        int last = table.end(location) - 1;
        for (int place = table.start(location); place <= last; place++) {
            text.append(" ".repeat(VALUE_WIDTH)).append("   ");
            text.append(table.info(table.node(place)).printableName());
            text.append(place == last ? "\n" : " (inline)\n");
        }
        return text.toString();
    }

    private byte[] labels(int set) {
        byte[] known = labels[set];
        if (known == null) {
            known = Utf8.encode(SEPARATOR + "\n" + lines(profile.samples().labels(set)));
            labels[set] = known;
        }
        return known;
    }

    private String lines(LabelSet set) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < set.textCount(); ) {
            StringBuilder values = new StringBuilder();
            String key = set.textKey(i);
            for (; i < set.textCount() && set.textKey(i).equals(key); i++) {
                values.append(values.isEmpty() ? "" : " ").append(set.textValue(i));
            }
            lines.add(line(key, values));
        }
        lines.sort(Utf8.ORDER);
        List<String> numeric = new ArrayList<>();
        for (int i = 0; i < set.numberCount(); ) {
            StringBuilder values = new StringBuilder();
            String key = set.numberKey(i);
            String unit = report.options().labelUnits().getOrDefault(key, "");
            for (; i < set.numberCount() && set.numberKey(i).equals(key); i++) {
                values.append(values.isEmpty() ? "" : " ").append(Measurement.label(set.number(i), unit));
            }
            numeric.add(line(key, values));
        }
        numeric.sort(Utf8.ORDER);
        return String.join("", lines) + String.join("", numeric);
    }

    private static String line(String key, CharSequence values) {
        return " ".repeat(Math.max(0, VALUE_WIDTH - Utf8.width(key))) + key + ":  " + values + "\n";
    }
}
