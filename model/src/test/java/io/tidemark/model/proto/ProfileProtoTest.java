package io.tidemark.model.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileProtoTest {
    private static final Header HEADER = new Header(
            List.of(new ValueType("inuse_objects", "count"), new ValueType("inuse_space", "bytes")),
            "inuse_space",
            new Header.Period(new ValueType("space", "bytes"), 524288),
            1_720_000_000_000_000_000L,
            5,
            List.of("a comment"),
            "https://example.org",
            new Header.FrameRules("runtime\\..*", "runtime\\.main"));

    private static Profile sample() throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(HEADER);
        int binary = b.mapping(new Mapping(
                7, 0x400000, 0x500000, 0, "/bin/app", "abc", new Mapping.Symbols(true, false, true, false)));
        int main = b.location("main.main", "main.go", 3);
        int inlined = b.location(9, binary, -1L, true);
        b.line(b.function("main.f", "f.go"), 12, 4);
        b.line(b.function("main.main", "main.go"), 13, 0);
        LabelSet labels = new LabelSet.Builder()
                .number("bytes", 1024, "bytes")
                .text("endpoint", "/orders")
                .text("endpoint", "/more")
                .number("z", -1, "")
                .build();
        b.sample(labels, new int[] {inlined, main}, 3, 3072);
        b.sample(LabelSet.EMPTY, new int[] {main}, -1, Long.MIN_VALUE);
        b.sample(LabelSet.EMPTY, new int[0], 1, 1);
        return b.build();
    }

    private static byte[] encode(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProfileProtoWriter.writeUncompressed(profile, out);
        return out.toByteArray();
    }

    private static Profile decode(byte[] bytes) throws IOException {
        return ProfileProtoReader.read(new ByteArrayInputStream(bytes), Limits.DEFAULT);
    }

    @Test
    void read_whatWasWritten_isTheSame() throws IOException {
        byte[] bytes = encode(sample());
        Profile read = decode(bytes);

        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.mappings()).isEqualTo(sample().mappings());
        assertThat(read.samples().size()).isEqualTo(3);
        assertThat(read.samples().blocks().get(0).value(1, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(read.samples().labels(read.samples().blocks().get(0).labels(0)))
                .hasToString("endpoint:/orders endpoint:/more bytes:1024bytes z:-1");
        assertThat(read.locations().address(1)).isEqualTo(-1);
        assertThat(read.locations().isFolded(1)).isTrue();
        assertThat(read.functions()
                        .name(read.locations().function(read.locations().lineStart(1))))
                .isEqualTo("main.f");
        assertThat(encode(read)).isEqualTo(bytes);
    }

    @Test
    void read_truncatedAnywhere_isMalformedOrShorter() throws IOException {
        byte[] bytes = encode(sample());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                decode(cut);
            } catch (MalformedProfileException expected) {
                assertThat(expected).hasMessageMatching("empty input|malformed profile: .*");
            }
        }
    }

    @Test
    void read_sampleWithMissingLocation_isMalformed() {
        byte[] bytes = {0x0A, 0, 0x12, 4, 0x08, 5, 0x10, 1, 0x32, 0};
        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("malformed profile: sample with a location that is not there");
    }

    @Test
    void read_fieldThatClaimsTooMuch_isMalformed() {
        byte[] bytes = {0x12, -1, -1, -1, -1, -1, -1, -1, -1, 0x7F};
        assertThatThrownBy(() -> decode(bytes)).hasMessageContaining("claims 9223372036854775807 bytes at byte 10");
    }

    @Test
    void read_moreThanTheLimit_isMalformed() throws IOException {
        byte[] bytes = encode(sample());
        assertThatThrownBy(() ->
                        ProfileProtoReader.read(new ByteArrayInputStream(bytes), Limits.DEFAULT.withMaxBytes(100)))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void looksLike_textOrBinary_isTold() throws IOException {
        assertThat(ProfileProtoReader.looksLike(encode(sample()))).isTrue();
        for (String text : List.of(
                "heap profile: 1: 2 [3: 4] @ heap/5",
                "goroutine profile: total 3",
                "--- contention:",
                "main;f 3",
                "PeriodType: cpu",
                "Showing nodes",
                "goroutine 1 [running]:",
                "{\"a\":1}",
                "<html>")) {
            assertThat(ProfileProtoReader.looksLike(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .as(text)
                    .isFalse();
        }
    }
}
