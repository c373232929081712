package io.tidemark.analysis.diff;

import io.tidemark.analysis.columns.SampleColumns;
import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Three profiles of one program as one profile, in which a label says from which of them a sample is: A, B or C, in the
 * order in which they were taken. So all that is done to a profile can be done to the three.
 */
public final class Snapshots {
    /** The label of a sample that says where it is from; its number is when that was taken, in nanoseconds since 1970. */
    static final String LABEL = "tidemark::snapshot";

    private static final List<String> NAMES = List.of("A", "B", "C");

    private Snapshots() {}

    /**
     * Joins three profiles.
     *
     * @param zone the time zone for the comments that say when each was taken
     * @throws ReportException where they aren't three, or not in order
     */
    public static Profile join(List<Profile> profiles, ZoneId zone)
            throws ReportException, IncompatibleProfilesException {
        if (profiles.size() != NAMES.size()) {
            throw new ReportException("snapshots: " + profiles.size()
                    + " profiles (expected three, in the order in which they were taken)");
        }
        List<String> comments = new ArrayList<>();
        Merger merger = new Merger();
        for (int i = 0; i < NAMES.size(); i++) {
            Profile profile = profiles.get(i);
            long time = profile.header().timeNanos();
            if (i > 0 && time < profiles.get(i - 1).header().timeNanos()) {
                throw new ReportException("snapshots: the " + (i == 1 ? "second" : "third") + " was taken at "
                        + Legend.time(time, zone) + " (expected a later time than "
                        + Legend.time(profiles.get(i - 1).header().timeNanos(), zone) + ", that of the one before)");
            }
            String name = NAMES.get(i);
            if (time != 0) {
                comments.add("Snapshot " + name + ": " + Legend.time(time, zone));
            }
            merger.add(profile.mapLabels(labels -> mark(labels, name, time)));
        }
        Profile joined = merger.toProfile();
        Header header = joined.header();
        comments.addAll(header.comments());
        return joined.withHeader(header.withComments(comments).withTime(0, header.durationNanos()));
    }

    private static LabelSet mark(LabelSet labels, String name, long time) {
        LabelSet.Builder marked = new LabelSet.Builder();
        for (int i = 0; i < labels.textCount(); i++) {
            marked.text(labels.textKey(i), labels.textValue(i));
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            marked.number(labels.numberKey(i), labels.number(i), labels.unit(i));
        }
        return marked.text(LABEL, name).number(LABEL, time, "nanoseconds").build();
    }

    /** When each was taken, in nanoseconds since 1970; 0 where nobody knows, which is so of one without samples. */
    static long[] times(Profile profile) {
        long[] times = new long[NAMES.size()];
        for (LabelSet labels : profile.samples().labelSets()) {
            int snapshot = snapshot(labels);
            for (int i = 0; snapshot >= 0 && i < labels.numberCount(); i++) {
                if (labels.numberKey(i).equals(LABEL)) {
                    times[snapshot] = labels.number(i);
                }
            }
        }
        return times;
    }

    private static int snapshot(LabelSet labels) {
        List<String> names = labels.texts(LABEL);
        return names.isEmpty() ? -1 : NAMES.indexOf(names.get(0));
    }

    /** Three columns for each of some sample types: its values in A, in B and in C. */
    static final class Columns implements SampleColumns {
        private final int[] types;
        private final int[] snapshots; // by label set

        /**
         * The columns of a profile.
         *
         * @throws ReportException where it isn't made of snapshots
         */
        Columns(Profile profile, int... types) throws ReportException {
            this.types = types.clone();
            this.snapshots = new int[profile.samples().labelSets().size()];
            boolean any = profile.samples().size() == 0;
            for (int i = 0; i < snapshots.length; i++) {
                snapshots[i] = snapshot(profile.samples().labels(i));
                any |= snapshots[i] >= 0;
            }
            if (!any) {
                throw new ReportException("snapshots: only one profile (expected -snapshots A B C, three profiles in"
                        + " the order in which they were taken)");
            }
        }

        @Override
        public int size() {
            return types.length * NAMES.size();
        }

        @Override
        public boolean read(Samples.Block block, int sample, long[] row) {
            int snapshot = snapshots[block.labels(sample)];
            boolean any = false;
            for (int i = 0; i < row.length; i++) {
                row[i] = i % NAMES.size() == snapshot ? block.value(sample, types[i / NAMES.size()]) : 0;
                any |= row[i] != 0;
            }
            return any;
        }
    }
}
