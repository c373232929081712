package io.tidemark.analysis.growth;

import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.util.List;

/** Makes heap profiles of Go. */
final class Heaps {
    static final long PERIOD = 512 << 10;

    private final ProfileBuilder builder = new ProfileBuilder(new Header(
            List.of(
                    new ValueType("alloc_objects", "count"),
                    new ValueType("alloc_space", "bytes"),
                    new ValueType("inuse_objects", "count"),
                    new ValueType("inuse_space", "bytes")),
            "inuse_space",
            new Header.Period(new ValueType("space", "bytes"), PERIOD),
            0,
            0,
            List.of(),
            "",
            Header.FrameRules.NONE));

    /** Adds objects of a stack such as {@code main.f:12 main.main:3}, the leaf first, in numbers of samples. */
    Heaps add(String stack, long size, double allocated, double inUse) {
        String[] frames = stack.split(" ", -1);
        int[] locations = new int[frames.length];
        for (int i = 0; i < frames.length; i++) {
            int colon = frames[i].lastIndexOf(':');
            locations[i] = builder.location(
                    frames[i].substring(0, colon), "/src/app/main.go", Long.parseLong(frames[i].substring(colon + 1)));
        }
        double each = 1 / -Math.expm1(-(double) size / PERIOD);
        long all = (long) (allocated * each);
        long used = (long) (inUse * each);
        LabelSet labels = new LabelSet.Builder().number("bytes", size, "bytes").build();
        builder.sample(labels, locations, all, all * size, used, used * size);
        return this;
    }

    HeapSnapshot at(double second) {
        try {
            return new HeapSnapshot(second, builder.build(), true, -1);
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }
}
