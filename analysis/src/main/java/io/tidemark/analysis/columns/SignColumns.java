package io.tidemark.analysis.columns;

import io.tidemark.model.profile.Samples;

/**
 * Two columns for each of some sample types: what is there, and what was there before. A comparison has the values of its
 * base with the opposite sign, so what is negative was there before; in a profile that is no comparison the second column
 * is zero.
 */
public final class SignColumns implements SampleColumns {
    private final int[] types;

    /** Columns for the sample types of these indices. */
    public SignColumns(int... types) {
        this.types = types.clone();
    }

    @Override
    public int size() {
        return 2 * types.length;
    }

    @Override
    public boolean read(Samples.Block block, int sample, long[] row) {
        boolean any = false;
        for (int i = 0; i < types.length; i++) {
            long value = block.value(sample, types[i]);
            row[2 * i] = Math.max(value, 0);
            row[2 * i + 1] = Math.max(-value, 0);
            any |= value != 0;
        }
        return any;
    }
}
