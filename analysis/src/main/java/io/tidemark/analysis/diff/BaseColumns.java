package io.tidemark.analysis.diff;

import io.tidemark.analysis.columns.SampleColumns;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;

/** Two columns of one sample type: the values of the base of a comparison, and those of what is compared with it. */
final class BaseColumns implements SampleColumns {
    static final int BEFORE = 0;
    static final int AFTER = 1;

    private final int type;
    private final boolean[] isBase; // by label set

    BaseColumns(Profile profile, int type) {
        this.type = type;
        this.isBase = new boolean[profile.samples().labelSets().size()];
        for (int i = 0; i < isBase.length; i++) {
            isBase[i] = profile.samples().labels(i).has(Profile.BASE_LABEL, "true");
        }
    }

    /** Whether the profile is a comparison whose base can be told apart. */
    boolean hasBase() {
        for (boolean base : isBase) {
            if (base) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public boolean read(Samples.Block block, int sample, long[] row) {
        long value = block.value(sample, type);
        boolean base = isBase[block.labels(sample)];
        row[BEFORE] = base ? -value : 0;
        row[AFTER] = base ? 0 : value;
        return value != 0;
    }
}
