package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.List;

/** The operations that leave out samples, or frames of their stacks. */
final class Stacks {
    private Stacks() {}

    /** Decides on a sample. */
    interface SampleTest {
        boolean test(Samples.Block block, int sample);
    }

    /** Cuts a stack: writes what remains of it, or refuses the sample. */
    interface Cut {
        /** Sets {@code range} to the start and the end of what remains, or returns false to leave the sample out. */
        boolean cut(Samples.Block block, int sample, int[] range);
    }

    /** The samples that pass. */
    static Samples select(Samples samples, SampleTest test) {
        return cut(samples, (block, s, range) -> test.test(block, s));
    }

    /** The samples with their stacks cut at one end or both; the columns of locations are shared. */
    static Samples cut(Samples samples, Cut cut) {
        List<Samples.Block> blocks = new ArrayList<>(samples.blocks().size());
        int[] range = new int[2];
        for (Samples.Block block : samples.blocks()) {
            boolean[] kept = new boolean[block.size()];
            int[] starts = new int[block.size()];
            int[] ends = new int[block.size()];
            boolean same = true;
            for (int s = 0; s < block.size(); s++) {
                range[0] = block.stackStart(s);
                range[1] = block.stackEnd(s);
                kept[s] = cut.cut(block, s, range);
                starts[s] = range[0];
                ends[s] = range[1];
                same &= kept[s] && range[0] == block.stackStart(s) && range[1] == block.stackEnd(s);
            }
            blocks.add(same ? block : block.select(kept, starts, ends));
        }
        return samples.withBlocks(blocks);
    }

    /** The samples that pass, without the locations of which {@code hidden} is true, unless nothing remains of them. */
    static Samples hide(Samples samples, boolean[] hidden, SampleTest test) {
        Samples.Builder builder = new Samples.Builder();
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (!test.test(block, s)) {
                    continue;
                }
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    if (!hidden[block.location(k)]) {
                        builder.location(block.location(k));
                    }
                }
                if (builder.depth() > 0) {
                    builder.endLike(block, s);
                }
            }
        }
        return builder.build(samples.types(), samples.labelSets());
    }
}
