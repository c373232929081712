package io.tidemark.analysis.flame;

import io.tidemark.analysis.columns.SampleColumns;
import io.tidemark.analysis.columns.SignColumns;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.Arrays;

/**
 * Every stack on a line, the root first, with what was measured there, as the scripts that draw flame graphs read it:
 *
 * <pre>{@code
 * main.main;main.load 10
 * main.main;main.load;bytes.growSlice 30
 * }</pre>
 *
 * <p>Stacks are ordered frame by frame, by name. Values are in the unit of the sample type, without its name. In a
 * comparison with {@code -diff_base} there are two values, before and after, as {@code difffolded.pl} writes them. A
 * semicolon in a name becomes a colon, and a line break a space, as these would end the frame or the stack.
 *
 * @see <a href="https://github.com/brendangregg/FlameGraph">FlameGraph</a>
 */
public final class FoldedReport {
    private final Report report;
    private final TextOutput out;
    private final Stacks stacks;
    private final boolean isComparison;

    private FoldedReport(Report report, TextOutput out) {
        this.report = report;
        this.out = out;
        Profile profile = report.profile();
        SampleValue value = report.options().value();
        this.isComparison = value.divisor() < 0 && isComparison(profile);
        NodeTable table = new NodeTable(profile, false, report.options().paths()::trim);
        this.stacks = Stacks.of(profile, table, isComparison ? new SignColumns(value.index()) : new Plain(value));
    }

    private static boolean isComparison(Profile profile) {
        for (LabelSet labels : profile.samples().labelSets()) {
            if (labels.has(Profile.BASE_LABEL, "true")) {
                return true;
            }
        }
        return false;
    }

    /** Writes the stacks; the output is not flushed. */
    public static void write(Report report, TextOutput out) throws IOException {
        new FoldedReport(report, out).write();
    }

    private void write() throws IOException {
        byte[][] names = new byte[stacks.names().size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = Utf8.encode(frame(stacks.names().get(i)));
        }
        long[] sums = new long[2];
        long[] row = new long[2];
        for (int place = 0; place < stacks.size(); place++) {
            stacks.read(place, row);
            sums[0] += row[0];
            sums[1] += row[1];
            if (place + 1 == stacks.size() || !stacks.isSame(place, place + 1)) {
                write(place, names, values(sums[0], sums[1]));
                Arrays.fill(sums, 0);
            }
        }
    }

    private void write(int place, byte[][] names, String values) throws IOException {
        if (!values.isEmpty()) {
            for (int depth = 0; depth < stacks.depth(place); depth++) {
                out.text(depth == 0 ? "" : ";").bytes(names[stacks.frame(place, depth)]);
            }
            out.line(values);
        }
    }

    /** The values with a space before each, or nothing where there are none. */
    private String values(long first, long second) {
        if (isComparison) {
            return first == 0 && second == 0 ? "" : " " + report.multiply(second) + " " + report.multiply(first);
        }
        long value = report.multiply(second == 0 ? first : first / second);
        return value == 0 ? "" : " " + value;
    }

    private static String frame(String name) {
        return name.replace(';', ':').replace('\n', ' ').replace('\r', ' ');
    }

    /** A value, and what it is divided by in a mean. */
    private record Plain(SampleValue value) implements SampleColumns {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public boolean read(Samples.Block block, int sample, long[] row) {
            row[0] = value.of(block, sample);
            row[1] = value.divisorOf(block, sample);
            return row[0] != 0 || row[1] != 0;
        }
    }
}
