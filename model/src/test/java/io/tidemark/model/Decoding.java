package io.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.collapsed.CollapsedWriter;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoReader;
import io.tidemark.model.proto.ProfileProtoWriter;
import io.tidemark.model.speedscope.SpeedscopeWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every decoder promises: whatever the bytes, it gives a profile or throws {@link MalformedProfileException}. And a
 * profile that it gives can be written, and is then read back as the same.
 */
public final class Decoding {
    private Decoding() {}

    /** A decoder of one format. */
    @FunctionalInterface
    public interface Decoder {
        Profile read(InputStream in, Limits limits) throws IOException;
    }

    public static Profile decode(Decoder decoder, String input) throws IOException {
        return decode(decoder, input.getBytes(StandardCharsets.UTF_8));
    }

    public static Profile decode(Decoder decoder, byte[] input) throws IOException {
        return decoder.read(new ByteArrayInputStream(input), Limits.DEFAULT);
    }

    /** Requires that a decoder keeps its promise for one input. */
    public static void check(Decoder decoder, byte[] input) throws IOException {
        Profile profile;
        try {
            profile = decode(decoder, input);
        } catch (MalformedProfileException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        // Labels with the number 0 and no unit are not in profile.proto, so the first round may lose them.
        byte[] written = toProto(decode(ProfileProtoReader::read, toProto(profile)));
        assertThat(toProto(decode(ProfileProtoReader::read, written))).isEqualTo(written);
        for (int type = 0; type < profile.sampleTypes().size(); type++) {
            CollapsedWriter.write(profile, type, OutputStream.nullOutputStream());
        }
        SpeedscopeWriter.write(profile, "fuzz", OutputStream.nullOutputStream());
    }

    /** Requires that a decoder keeps the first half of its promise for every beginning of an input. */
    public static void checkTruncated(Decoder decoder, byte[] input) throws IOException {
        for (int length = 0; length < input.length; length++) {
            try {
                decode(decoder, Arrays.copyOf(input, length));
            } catch (MalformedProfileException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        check(decoder, input);
    }

    public static byte[] toProto(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProfileProtoWriter.writeUncompressed(profile, out);
        return out.toByteArray();
    }

    /** The files in a directory of resources beside a test, sorted. */
    public static List<Path> files(Class<?> test, String directory) {
        try (Stream<Path> files = Files.list(path(test, directory))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource beside a test. */
    public static Path path(Class<?> test, String name) {
        try {
            URI uri = test.getResource(name).toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
