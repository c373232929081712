package io.tidemark.collect.fetch;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small profiles, and what they look like on the wire. */
final class TestProfiles {
    private TestProfiles() {}

    /** A profile of one sample of a function. */
    static Profile of(String function, long value) {
        return of("inuse_space", function, value);
    }

    static Profile of(String type, String function, long value) {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType(type, "bytes")));
        return build(b.sample(LabelSet.EMPTY, new int[] {b.location(function, "main.go", 1)}, value));
    }

    /** A profile with one mapping. */
    static Profile withMapping(long start, String file, String buildId) {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("inuse_space", "bytes")));
        int mapping = b.mapping(new Mapping(1, start, start + 0x1000, 0, file, buildId, Mapping.Symbols.NONE));
        return build(b.sample(LabelSet.EMPTY, new int[] {b.location(1, mapping, start + 16, false)}, 1));
    }

    private static Profile build(ProfileBuilder builder) {
        try {
            return builder.build();
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] gzip(Profile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            ProfileProtoWriter.writeUncompressed(profile, out);
        }
        return bytes.toByteArray();
    }

    /** {@code function=value} of every sample, in order. */
    static List<String> samples(Profile profile) {
        List<String> samples = new ArrayList<>();
        profile.samples().blocks().forEach(block -> {
            for (int s = 0; s < block.size(); s++) {
                int leaf = block.location(block.stackStart(s));
                boolean hasName = profile.locations().lineCount(leaf) > 0;
                int line = profile.locations().lineStart(leaf);
                String name =
                        hasName ? profile.functions().name(profile.locations().function(line)) : "?";
                samples.add(name + "=" + block.value(s, 0));
            }
        });
        return samples;
    }
}
