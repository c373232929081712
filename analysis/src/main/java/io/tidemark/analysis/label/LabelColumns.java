package io.tidemark.analysis.label;

import io.tidemark.analysis.columns.SampleColumns;
import io.tidemark.model.profile.Samples;
import java.util.Arrays;

/** A column for each group of a label. */
final class LabelColumns implements SampleColumns {
    private final LabelGroups groups;
    private final int type;

    LabelColumns(LabelGroups groups, int type) {
        this.groups = groups;
        this.type = type;
    }

    @Override
    public int size() {
        return groups.groups().size();
    }

    @Override
    public boolean read(Samples.Block block, int sample, long[] row) {
        long value = block.value(sample, type);
        Arrays.fill(row, 0);
        for (int group : groups.of(block.labels(sample))) {
            row[group] = value;
        }
        return value != 0;
    }
}
