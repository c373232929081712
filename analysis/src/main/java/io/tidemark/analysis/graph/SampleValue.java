package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import java.util.Objects;

/**
 * Which value of each sample a report is about.
 *
 * @param index the index of the sample type
 * @param divisor the index of the sample type to divide by, for means; -1 for none
 * @param type the type and the unit of the value
 */
public record SampleValue(int index, int divisor, ValueType type) {
    public SampleValue {
        Objects.requireNonNull(type, "type");
    }

    /** A value as it is. */
    public static SampleValue of(int index, ValueType type) {
        return new SampleValue(index, -1, type);
    }

    /** The mean of a value for each count of the first sample type. */
    public static SampleValue mean(int index, ValueType type) {
        return new SampleValue(index, 0, type);
    }

    /** The name of the type, with {@code mean_} before it for a mean. */
    public String name() {
        return divisor < 0 ? type.type() : "mean_" + type.type();
    }

    public String unit() {
        return type.unit();
    }

    /** The value of a sample. */
    public long of(Samples.Block block, int sample) {
        return block.value(sample, index);
    }

    /** What the value of a sample is divided by in a mean; 0 when it is none. */
    public long divisorOf(Samples.Block block, int sample) {
        return divisor < 0 ? 0 : block.value(sample, divisor);
    }
}
