package io.tidemark.analysis.comparison;

/**
 * A number before and after.
 *
 * @param isPerMany whether it is for 1,000 requests rather than for a second
 */
public record Move(Measure measure, Level before, Level after, boolean isPerMany, Judgement judgement) {
    public double change() {
        return after.value() - before.value();
    }

    /** Such as {@code 620, +1,200 a minute}. */
    String words(Level level) {
        String value = measure.words(level.value(), isPerMany);
        return level.slope().isEmpty()
                ? value
                : value + ", +" + measure.words(level.slope().getAsDouble(), false) + " a minute";
    }
}
