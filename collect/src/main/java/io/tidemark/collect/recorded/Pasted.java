package io.tidemark.collect.recorded;

import io.tidemark.model.measurement.Unit;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the values of a report that was pasted as text. A table of pprof has columns {@code flat} and {@code cum}; its
 * heading, if that was pasted, too, says of what, and how much it is in all. Without it, bytes are those of the heap in
 * use, as they mostly are.
 */
final class Pasted {
    private static final String HEADING = "read from a report of ";
    private static final String FLAT = "flat";
    private static final String SAMPLES = "samples";
    private static final Pattern TOTAL = Pattern.compile("of (\\d{1,12}(?:\\.\\d{1,6})?)([A-Za-z]{1,3}) total");

    private Pasted() {}

    /**
     * The profile with its last type named for what it is; any other profile as it is.
     *
     * @param head the beginning of the text
     */
    static Profile withItsType(Profile profile, String head) {
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
        List<String> comments = new ArrayList<>(profile.header().comments());
        total(head).ifPresent(total -> comments.add(CaptureName.TOTAL + total));
        return profile.withHeader(profile.header().withSampleTypes(named, "").withComments(comments));
    }

    /** The bytes that the heading of a table says there are in all, of which it may show a part. */
    private static Optional<Long> total(String head) {
        Matcher total = TOTAL.matcher(head);
        if (!total.find()) {
            return Optional.empty();
        }
        return Unit.parse(total.group(2))
                .filter(unit -> unit.family() == Unit.Family.MEMORY)
                .map(unit -> Math.round(Double.parseDouble(total.group(1)) * unit.factor()));
    }
}
