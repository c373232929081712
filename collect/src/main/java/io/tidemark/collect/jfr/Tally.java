package io.tidemark.collect.jfr;

import io.tidemark.model.profile.LabelSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The sums of samples of each family by stack and labels, in the order in which they first come. */
final class Tally {
    /** What makes two samples one. */
    record Key(Family family, Stack stack, LabelSet labels) {}

    /** What samples add up to. */
    static final class Sum {
        private long count;
        private long amount;

        /** The number of samples, or of what they count. */
        long count() {
            return count;
        }

        /** The sum of what is measured beside the count, if anything is. */
        long amount() {
            return amount;
        }
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    private final Set<Family> families = EnumSet.noneOf(Family.class);

    void add(Family family, Stack stack, LabelSet labels, long count, long amount) {
        Sum sum = sums.computeIfAbsent(new Key(family, stack, labels), key -> new Sum());
        sum.count += count;
        sum.amount += amount;
        families.add(family);
    }

    Map<Key, Sum> sums() {
        return sums;
    }

    /** The families of which there are samples. */
    Set<Family> families() {
        return families;
    }
}
