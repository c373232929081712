package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What of a node was measured under a label.
 *
 * @param name the label as it is printed
 * @param unit the unit of {@code value}; empty for text labels
 * @param value the number of a numeric label
 * @param tally the sums
 */
public record Tag(String name, String unit, long value, Tally tally) {
    private static final Comparator<Tag> BY_FLAT =
            Comparator.<Tag>comparingLong(tag -> -Math.abs(tag.tally.flat())).thenComparing(Tag::name, Utf8.ORDER);
    private static final Comparator<Tag> BY_CUM =
            Comparator.<Tag>comparingLong(tag -> -Math.abs(tag.tally.cum())).thenComparing(BY_FLAT);

    /** The tags, largest first: by the flat value, or by the cumulative one. */
    public static List<Tag> sorted(Collection<Tag> tags, boolean byFlat) {
        List<Tag> sorted = new ArrayList<>(tags);
        sorted.sort(byFlat ? BY_FLAT : BY_CUM);
        return sorted;
    }
}
