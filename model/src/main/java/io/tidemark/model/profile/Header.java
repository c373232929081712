package io.tidemark.model.profile;

import java.util.List;
import java.util.Objects;

/**
 * What a profile says of itself as a whole.
 *
 * @param sampleTypes what the values of each sample are, in order
 * @param defaultSampleType the type to show when nobody asks for another, or empty for the last
 * @param period the sampling period: one event in so many was sampled
 * @param timeNanos when it was taken, in nanoseconds since 1970, or 0
 * @param durationNanos over which time, in nanoseconds, or 0
 * @param comments free text
 * @param docUrl where the profile is explained, or empty
 * @param frames which frames are not interesting
 */
public record Header(
        List<ValueType> sampleTypes,
        String defaultSampleType,
        Period period,
        long timeNanos,
        long durationNanos,
        List<String> comments,
        String docUrl,
        FrameRules frames) {

    public Header {
        sampleTypes = List.copyOf(sampleTypes);
        comments = List.copyOf(comments);
        Objects.requireNonNull(defaultSampleType, "defaultSampleType");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(docUrl, "docUrl");
        Objects.requireNonNull(frames, "frames");
    }

    /** The sampling period and what it counts, such as 524,288 bytes of allocated space. */
    public record Period(ValueType type, long value) {
        /** Not known. */
        public static final Period NONE = new Period(ValueType.NONE, 0);

        public Period {
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * Regular expressions for the frames to drop with all that they call, and for those of them to keep after all; empty
     * where there are none.
     */
    public record FrameRules(String drop, String keep) {
        /** Every frame is interesting. */
        public static final FrameRules NONE = new FrameRules("", "");

        public FrameRules {
            Objects.requireNonNull(drop, "drop");
            Objects.requireNonNull(keep, "keep");
        }
    }

    public Header withSampleTypes(List<ValueType> types, String newDefault) {
        return new Header(types, newDefault, period, timeNanos, durationNanos, comments, docUrl, frames);
    }

    public Header withPeriod(Period newPeriod) {
        return new Header(
                sampleTypes, defaultSampleType, newPeriod, timeNanos, durationNanos, comments, docUrl, frames);
    }

    public Header withComments(List<String> newComments) {
        return new Header(
                sampleTypes, defaultSampleType, period, timeNanos, durationNanos, newComments, docUrl, frames);
    }

    public Header withFrames(FrameRules newFrames) {
        return new Header(
                sampleTypes, defaultSampleType, period, timeNanos, durationNanos, comments, docUrl, newFrames);
    }

    public Header withTime(long newTimeNanos, long newDurationNanos) {
        return new Header(
                sampleTypes, defaultSampleType, period, newTimeNanos, newDurationNanos, comments, docUrl, frames);
    }
}
