package io.tidemark.model.pasted;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a report says above its table or its stacks.
 *
 * <pre>
 * File: server
 * Build ID: 8fa2ba1
 * Type: inuse_space
 * Time: 2026-11-20 23:49:00 UTC              not read: a short name of a zone may mean any
 * Duration: 30s, Total samples = 5.23s (17.43%)
 * Showing nodes accounting for 3.10s, 59.27% of 5.23s total
 * </pre>
 *
 * @param file the main binary, or empty
 * @param buildId of the main binary, or empty
 * @param type what was counted, or empty
 * @param durationNanos how long, or 0
 */
record Heading(String file, String buildId, String type, long durationNanos) {

    /** Reads up to the line that ends the heading, which becomes the current one. */
    static Heading read(LineReader lines, Predicate<String> isEnd) throws IOException {
        String file = "";
        String buildId = "";
        String type = "";
        long duration = 0;
        while (lines.next() && !isEnd.test(lines.line())) {
            String line = lines.line();
            file = valueOf(line, "File: ", file);
            buildId = valueOf(line, "Build ID: ", buildId);
            type = valueOf(line, "Type: ", type);
            String time = valueOf(line, "Duration: ", "");
            Optional<Amount> amount = Amount.parse(time.substring(0, Math.max(0, time.indexOf(','))));
            duration = amount.isPresent() ? amount.get().value() : duration;
        }
        return new Heading(file, buildId, type, duration);
    }

    private static String valueOf(String line, String name, String otherwise) {
        return line.startsWith(name) ? line.substring(name.length()).strip() : otherwise;
    }

    /** A builder with this heading; the units of the types can be replaced later. */
    ProfileBuilder toBuilder(List<ValueType> types, List<String> comments) {
        return new ProfileBuilder(
                new Header(types, "", Header.Period.NONE, 0, durationNanos, comments, "", Header.FrameRules.NONE));
    }

    /** Adds the main binary, if it is known, and gives its index, or -1. */
    int addMapping(ProfileBuilder builder) {
        if (file.isEmpty() && buildId.isEmpty()) {
            return -1;
        }
        return builder.mapping(new Mapping(1, 0, 0, 0, file, buildId, new Mapping.Symbols(true, true, true, true)));
    }
}
