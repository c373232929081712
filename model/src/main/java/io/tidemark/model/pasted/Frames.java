package io.tidemark.model.pasted;

import io.tidemark.model.profile.ProfileBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The locations of frames, each added to a profile when it is new. */
final class Frames {
    private final ProfileBuilder builder;
    private final int mapping;
    private final Map<List<Frame>, Integer> known = new HashMap<>();

    /** Locations in a mapping, of which {@code mapping} is the index, or -1. */
    Frames(ProfileBuilder builder, int mapping) {
        this.builder = builder;
        this.mapping = mapping;
    }

    /** The location of frames of which each is inlined into the next. */
    int location(List<Frame> frames) {
        Integer index = known.get(frames);
        if (index == null) {
            index = builder.location(builder.locationCount() + 1L, mapping, address(frames), false);
            for (Frame frame : frames) {
                if (!frame.function().isEmpty() || !frame.file().isEmpty()) {
                    int function = builder.function(frame.function(), frame.file());
                    builder.line(function, frame.line(), frame.column());
                }
            }
            known.put(List.copyOf(frames), index);
        }
        return index;
    }

    private static long address(List<Frame> frames) {
        return frames.isEmpty() ? 0 : frames.get(frames.size() - 1).address();
    }
}
