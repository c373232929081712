package io.tidemark.analysis.growth;

/**
 * What came and went on one stack between two snapshots, in samples and in bytes.
 *
 * <p>Of the objects that came and the objects that went, those that came and went in between cancel out exactly: they are
 * in neither snapshot. What can differ by chance is what is in one of the two, so {@link #moved} is the smaller of what came
 * and went, and what the two snapshots hold; with {@link #net} it splits into what came to stay and what was there and went.
 */
final class Turnovers {
    double came;
    double went;
    double moved;
    double net;
    double allocated;
    double kept;
    double keptObjects;
    double variance;

    /** Adds up the rows of a stack from one snapshot to another. */
    static Turnovers of(HeapColumns columns, int stack, int from, int to) {
        Turnovers sum = new Turnovers();
        for (int row = columns.firstRow(stack); row >= 0; row = columns.nextRow(row)) {
            sum.add(columns, row, from, to);
        }
        return sum;
    }

    private void add(HeapColumns columns, int row, int from, int to) {
        double sampled = columns.sampled(row);
        double before = columns.inUse(from, row);
        double after = columns.inUse(to, row);
        double fresh = Math.max(0, columns.allocated(to, row) - columns.allocated(from, row));
        double freed = Math.max(0, fresh - (after - before));
        double bytes = columns.objectSize(row);
        double both = sampled * Math.min(fresh + freed, before + after);
        came += sampled * fresh;
        went += sampled * freed;
        moved += both;
        net += sampled * (after - before);
        allocated += fresh * bytes;
        kept += (after - before) * bytes;
        keptObjects += after - before;
        // Horvitz and Thompson: each sample stands for 1 / sampled objects
        variance += both * (1 - sampled) * (bytes / sampled) * (bytes / sampled);
    }

    /** Samples that came, and are there at the end. */
    double stayed() {
        return Math.max(0, Math.min(moved, (moved + net) / 2));
    }
}
