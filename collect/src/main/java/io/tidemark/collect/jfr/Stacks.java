package io.tidemark.collect.jfr;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.ProfileBuilder;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/** The stacks of a recording as locations of the profile; equal stacks are one. */
final class Stacks {
    /** The frame of a stack that the JVM could not walk. */
    private static final String UNKNOWN = "[unknown]";

    /** The root of a stack that is deeper than what was recorded. */
    private static final String TRUNCATED = "[truncated]";

    /** The signature that async-profiler gives to functions which are not Java's. */
    private static final String NOT_JAVA = "()L;";

    private static final int MAX_CACHED = 1 << 16;

    private final ProfileBuilder profile;
    private final Limits limits;
    private final Map<Stack, Stack> stacks = new HashMap<>();
    private final IdentityHashMap<RecordedStackTrace, Stack> seen =
            new IdentityHashMap<>(); // of the chunk that is being read

    Stacks(ProfileBuilder profile, Limits limits) {
        this.profile = profile;
        this.limits = limits;
    }

    /** The stack of an event, which may have none. */
    Stack of(@Nullable RecordedStackTrace trace) throws MalformedProfileException {
        if (trace == null) {
            return unique(new Stack(new int[] {profile.location(UNKNOWN, "", 0)}, ""));
        }
        Stack known = seen.get(trace);
        if (known != null) {
            return known;
        }
        if (seen.size() == MAX_CACHED) {
            seen.clear(); // let go of the chunks that are done
        }
        Stack stack = unique(read(trace));
        seen.put(trace, stack);
        return stack;
    }

    private Stack unique(Stack stack) {
        return stacks.computeIfAbsent(stack, key -> key);
    }

    private Stack read(RecordedStackTrace trace) throws MalformedProfileException {
        List<RecordedFrame> frames = trace.getFrames();
        if (frames.size() > limits.maxFrames()) {
            throw new MalformedProfileException(
                    "stack of more than " + limits.maxFrames() + " frames (the limit; raise it with -max_frames)");
        }
        int extra = trace.isTruncated() || frames.isEmpty() ? 1 : 0;
        int[] locations = new int[frames.size() + extra];
        for (int i = 0; i < frames.size(); i++) {
            locations[i] = location(frames.get(i));
        }
        if (extra == 1) {
            locations[frames.size()] = profile.location(frames.isEmpty() ? UNKNOWN : TRUNCATED, "", 0);
        }
        return new Stack(locations, frames.isEmpty() ? "" : type(frames.get(0)));
    }

    private static String type(RecordedFrame leaf) {
        String type = leaf.getType();
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private int location(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String name = method == null ? null : method.getName();
        if (method == null || name == null) {
            return profile.location(UNKNOWN, "", 0);
        }
        String owner = method.getType() == null ? null : method.getType().getName();
        if (owner == null || owner.isEmpty()) {
            return profile.location(name, "", 0);
        }
        if (NOT_JAVA.equals(method.getDescriptor())) {
            return profile.location(name, owner, 0); // the owner is a library
        }
        String type = ClassNames.stable(owner);
        return profile.location(type + "." + name, ClassNames.file(type), Math.max(frame.getLineNumber(), 0));
    }
}
