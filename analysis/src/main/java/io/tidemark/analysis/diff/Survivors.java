package io.tidemark.analysis.diff;

import io.tidemark.analysis.columns.Accrual;
import io.tidemark.analysis.flame.Stacks;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What came between the first and the second of three snapshots and is there in the third, by stack and added up by node.
 *
 * @param type the type of what is in use
 * @param inUse the sums of what is in use at the three times
 * @param times when they were taken, in nanoseconds since 1970, or 0
 * @param allocations what is known of what was allocated in between
 * @param total of all stacks
 * @param rows by node, the largest first
 * @param stacks by stack, the largest first; only those that kept anything
 */
public record Survivors(
        ValueType type,
        List<Long> inUse,
        List<Long> times,
        Allocations allocations,
        Survival total,
        List<Row> rows,
        List<Stack> stacks) {

    /** What is known of allocations. */
    public enum Allocations {
        KNOWN,
        /** The profile has no type that counts them. */
        UNKNOWN,
        /** They became less, so they are those of two runs of the program. */
        RESTARTED
    }

    /** A node: what it keeps itself, and with all that it calls. */
    public record Row(String name, Survival flat, Survival cum) {}

    /** A stack, the leaf first: what it keeps, and what it has in use at the three times. */
    public record Stack(List<String> frames, Survival survival, List<Long> inUse) {}

    /** Looks for survivors in the profile of a report, which {@link Snapshots#join} made. */
    public static Survivors of(Report report) throws ReportException {
        return new Search(report).run();
    }

    private static final class Search {
        private final Report report;
        private final Profile profile;
        private final int inUse;
        private final int allocated; // or -1
        private final Stacks stacks;
        private final long[] sums = new long[6]; // in use in A, B and C, then allocated until then
        private final Survival[] flat;
        private final Survival[] cum;
        private final int[] seen; // by name: the stack that it was last seen on
        private final List<Stack> kept = new ArrayList<>();

        Search(Report report) throws ReportException {
            this.report = report;
            this.profile = report.profile();
            String asked = report.options().value().type().type();
            this.inUse = find(asked.startsWith("alloc_") ? "inuse_" + asked.substring(6) : asked);
            Header header = profile.header();
            if (inUse < 0 || Accrual.of(header.sampleTypes().get(inUse), header) != Accrual.PRESENT) {
                throw new ReportException("snapshots: " + asked + " is not what there is at a moment"
                        + " (expected -sample_index of such a type, like inuse_space or goroutine)");
            }
            String used = header.sampleTypes().get(inUse).type();
            this.allocated = used.startsWith("inuse_") ? find("alloc_" + used.substring(6)) : -1;
            NodeTable table = new NodeTable(profile, false, report.options().paths()::trim);
            int[] types = allocated < 0 ? new int[] {inUse} : new int[] {inUse, allocated};
            this.stacks = Stacks.of(profile, table, new Snapshots.Columns(profile, types));
            this.flat = new Survival[stacks.names().size()];
            this.cum = new Survival[flat.length];
            Arrays.fill(flat, Survival.NONE);
            Arrays.fill(cum, Survival.NONE);
            this.seen = new int[flat.length];
        }

        private int find(String type) {
            for (int i = 0; i < profile.sampleTypes().size(); i++) {
                if (profile.sampleTypes().get(i).type().equals(type)) {
                    return i;
                }
            }
            return -1;
        }

        Survivors run() {
            Allocations allocations = allocations();
            Survival total = Survival.NONE;
            long[] row = new long[allocated < 0 ? 3 : 6];
            long[] sum = new long[6];
            for (int place = 0; place < stacks.size(); place++) {
                stacks.read(place, row);
                for (int i = 0; i < row.length; i++) {
                    sum[i] += row[i];
                }
                if (place + 1 == stacks.size() || !stacks.isSame(place, place + 1)) {
                    Survival survival = allocations == Allocations.KNOWN
                            ? Survival.of(sum[0], sum[1], sum[2], sum[4] - sum[3], sum[5] - sum[4])
                            : Survival.of(sum[0], sum[1], sum[2]);
                    total = total.plus(survival);
                    add(place, survival, sum);
                    Arrays.fill(sum, 0);
                }
            }
            List<Long> times = Arrays.stream(Snapshots.times(profile)).boxed().toList();
            List<Long> used = List.of(sums[0], sums[1], sums[2]);
            kept.sort(Comparator.comparingLong(stack -> -stack.survival().kept())); // equal ones stay by name
            return new Survivors(
                    profile.sampleTypes().get(inUse), used, times, allocations, total, rows(), List.copyOf(kept));
        }

        /** Adds up all values, which tell whether allocations became less. */
        private Allocations allocations() {
            long[] row = new long[allocated < 0 ? 3 : 6];
            for (int place = 0; place < stacks.size(); place++) {
                stacks.read(place, row);
                for (int i = 0; i < row.length; i++) {
                    sums[i] += row[i];
                }
            }
            if (allocated < 0) {
                return Allocations.UNKNOWN;
            }
            return sums[4] < sums[3] || sums[5] < sums[4] ? Allocations.RESTARTED : Allocations.KNOWN;
        }

        private void add(int place, Survival survival, long[] sum) {
            int depth = stacks.depth(place);
            int leaf = stacks.frame(place, depth - 1);
            flat[leaf] = flat[leaf].plus(survival);
            for (int d = 0; d < depth; d++) {
                int frame = stacks.frame(place, d);
                if (seen[frame] != place + 1) {
                    seen[frame] = place + 1;
                    cum[frame] = cum[frame].plus(survival);
                }
            }
            if (survival.kept() > 0) {
                List<String> frames = new ArrayList<>(depth);
                for (int d = depth - 1; d >= 0; d--) {
                    frames.add(stacks.names().get(stacks.frame(place, d)));
                }
                kept.add(new Stack(frames, survival, List.of(sum[0], sum[1], sum[2])));
            }
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (int name = 0; name < flat.length; name++) {
                if (cum[name].grown() > 0) {
                    rows.add(new Row(stacks.names().get(name), flat[name], cum[name]));
                }
            }
            Comparator<Row> byFlat = Comparator.comparingLong(row -> -row.flat().kept());
            Comparator<Row> byCum = Comparator.comparingLong(row -> -row.cum().kept());
            rows.sort((report.options().style().byCumulative()
                            ? byCum.thenComparing(byFlat)
                            : byFlat.thenComparing(byCum))
                    .thenComparing(Row::name, Utf8.ORDER));
            return List.copyOf(rows);
        }
    }
}
