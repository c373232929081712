package io.tidemark.collect.recorded;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the values of a report that was pasted as text. A table of pprof has columns {@code flat} and {@code cum}; its
 * heading, if that was pasted, too, says of what. Without it, bytes are those of the heap in use, as they mostly are.
 */
final class Pasted {
    private static final String HEADING = "read from a report of ";
    private static final String FLAT = "flat";
    private static final String SAMPLES = "samples";

    private Pasted() {}

    /** The profile with its last type named for what it is; any other profile as it is. */
    static Profile withItsType(Profile profile) {
        List<ValueType> types = profile.sampleTypes();
        ValueType last = types.isEmpty() ? ValueType.NONE : types.get(types.size() - 1);
        boolean isSamples =
                types.size() == 1 && last.type().equals(SAMPLES) && last.unit().equals("bytes");
        if (!last.type().equals(FLAT) && !isSamples) {
            return profile;
        }
        String type = last.unit().equals("bytes") ? "inuse_space" : "";
        for (String comment : profile.header().comments()) {
            type = comment.startsWith(HEADING) ? comment.substring(HEADING.length()) : type;
        }
        if (type.isEmpty()) {
            return profile;
        }
        List<ValueType> named = new ArrayList<>(types);
        named.set(types.size() - 1, new ValueType(type, last.unit()));
        return profile.withHeader(profile.header().withSampleTypes(named, ""));
    }
}
