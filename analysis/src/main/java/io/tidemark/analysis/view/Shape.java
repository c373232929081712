package io.tidemark.analysis.view;

/**
 * How much of a profile a kind of report is about, and in which detail. Where a view says nothing, or what would make the
 * report wrong, the shape decides.
 */
public enum Shape {
    /** A table of all functions. */
    TABLE {
        @Override
        View apply(View view) {
            return limit(view, 0);
        }
    },

    /** A picture, which people can take in up to some 80 nodes. */
    GRAPH {
        @Override
        View apply(View view) {
            return limit(view, 80);
        }
    },

    /** What is around a few functions, which may be small ones. */
    NEIGHBOURS {
        @Override
        View apply(View view) {
            return untrimmed(view);
        }
    },

    /** The source of a few functions. */
    SOURCE {
        @Override
        View apply(View view) {
            return untrimmed(view).with(Setting.GRANULARITY, "lines");
        }
    },

    /**
     * The instructions of a few functions. Frames of inlined calls share their address with the frame around them, so
     * only one frame an address is kept: otherwise the instruction would count once for each of them.
     */
    INSTRUCTIONS {
        @Override
        View apply(View view) {
            return untrimmed(view).with(Setting.GRANULARITY, "addresses").with(Setting.NOINLINES, true);
        }
    },

    /** The source of a few functions with the instructions of each line, and what was inlined there. */
    SOURCE_AND_INSTRUCTIONS {
        @Override
        View apply(View view) {
            return untrimmed(view).with(Setting.GRANULARITY, "addresses").with(Setting.NOINLINES, false);
        }
    },

    /** Everything, for other programs to read. */
    EVERYTHING {
        @Override
        View apply(View view) {
            return untrimmed(view).with(Setting.GRANULARITY, "addresses");
        }
    };

    /** The view of a report of this shape. */
    abstract View apply(View view);

    private static View limit(View view, int nodeCount) {
        View limited = view.integer(Setting.NODECOUNT) == -1 ? view.with(Setting.NODECOUNT, (long) nodeCount) : view;
        return view.is(Setting.TRIM) ? limited : untrimmed(limited);
    }

    private static View untrimmed(View view) {
        return view.with(Setting.NODECOUNT, 0L).with(Setting.NODEFRACTION, 0.0).with(Setting.EDGEFRACTION, 0.0);
    }
}
