package io.tidemark.analysis.columns;

import io.tidemark.model.profile.Samples;

/** A column for each of some sample types. */
public final class TypeColumns implements SampleColumns {
    private final int[] types;

    /** Columns for the sample types of these indices. */
    public TypeColumns(int... types) {
        this.types = types.clone();
    }

    @Override
    public int size() {
        return types.length;
    }

    @Override
    public boolean read(Samples.Block block, int sample, long[] row) {
        boolean any = false;
        for (int i = 0; i < types.length; i++) {
            row[i] = block.value(sample, types[i]);
            any |= row[i] != 0;
        }
        return any;
    }
}
