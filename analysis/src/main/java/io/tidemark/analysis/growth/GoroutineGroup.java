package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.model.code.Frame;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Goroutines that are at the same place: their stacks have the same functions, whatever the lines, and whatever closures
 * and waiting inside the runtime are called.
 *
 * @param stack the leaf first, with the frames of the runtime, as most of them have it
 * @param identity the functions that the group is known by, the leaf first
 * @param state what they wait for, such as {@code chan receive}; {@code running} when they don't
 * @param creator the function that started most of them; empty when no dump says it
 * @param counts how many there were
 * @param trend of the counts
 * @param ages for how long they have waited; empty when no dump says it
 */
public record GoroutineGroup(
        List<Frame> stack, List<String> identity, String state, String creator, Series counts, Trend trend, Ages ages) {
    /**
     * For how long goroutines have waited. Go says it in whole minutes, and not at all below one.
     *
     * @param known of so many goroutines
     * @param waiting how many of them had waited for a minute or longer
     * @param medianMinutes the middle of all
     * @param mostMinutes the longest
     */
    public record Ages(long known, long waiting, long medianMinutes, long mostMinutes) {
        static final Ages UNKNOWN = new Ages(0, 0, 0, 0);

        /** The share of those that had waited for a minute or longer. */
        public OptionalDouble share() {
            return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) waiting / known);
        }
    }

    public GoroutineGroup {
        stack = List.copyOf(stack);
        identity = List.copyOf(identity);
    }

    public boolean isGrowing() {
        return trend.isGrowing();
    }

    /** The function that the goroutines began with. */
    public String entry() {
        return identity.isEmpty() ? "" : identity.get(identity.size() - 1);
    }
}
