package io.tidemark.analysis.columns;

import io.tidemark.model.profile.Samples;

/** Says which columns of a table a sample counts in, and how much. */
public interface SampleColumns {
    /** The number of columns. */
    int size();

    /**
     * Sets a row to what a sample adds to each column.
     *
     * @param row as long as there are columns; every element is set
     * @return whether any is not zero
     */
    boolean read(Samples.Block block, int sample, long[] row);
}
