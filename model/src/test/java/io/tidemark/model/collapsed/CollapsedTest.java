package io.tidemark.model.collapsed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollapsedTest {
    static List<Path> inputs() {
        return Decoding.files(CollapsedTest.class, "CollapsedFuzzTestInputs/read_anything_decodesOrRefuses");
    }

    private static Profile read(String text) throws IOException {
        return Decoding.decode(CollapsedReader::read, text);
    }

    private static String write(Profile profile, int type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CollapsedWriter.write(profile, type, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void write_whatWasRead_isTheSame() throws IOException {
        String text = "main;run;encode 12\nmain;run 3\nmain;run;operator new(unsigned long) -4\n";
        assertThat(write(read(text), 0)).isEqualTo(text);
    }

    @Test
    void read_oddLines_areTidied() throws IOException {
        Profile profile = read("# comment\na;b 1\n\n;a;;b; 2\r\na;b\t3.75\nc 0\n");
        assertThat(write(profile, 0)).isEqualTo("a;b 6\n");
        assertThat(profile.sampleTypes()).containsExactly(new ValueType("samples", "count"));
    }

    @Test
    void read_withAType_hasIt() throws IOException {
        ValueType type = new ValueType("cpu", "nanoseconds");
        byte[] text = "a 1".getBytes(StandardCharsets.UTF_8);
        Profile profile = CollapsedReader.read(new ByteArrayInputStream(text), Limits.DEFAULT, type);
        assertThat(profile.sampleTypes()).containsExactly(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a;b x", "a;b 1x", "a;b 9223372036854775808", "12", "a 1 ", "a 1.x"})
    void read_noStack_isRefused(String line) {
        assertThatThrownBy(() -> read("a 1\n" + line + "\n"))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage(
                        "collapsed stacks, line 2: no stack and count (expected root;...;leaf 12): \"" + line + "\"");
        assertThat(CollapsedReader.isStack(line)).isFalse();
    }

    @Test
    void read_stackOfAThousandFrames_isRead() throws IOException {
        String text = "f;".repeat(999) + "f 1\n";
        assertThat(write(read(text), 0)).isEqualTo(text);
    }

    @Test
    void read_deepStack_isRefused() {
        assertThatThrownBy(() -> read("a;".repeat(100_000) + "a 1"))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("stack of more than 65536 frames (the limit; raise it with -max_frames)");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void read_truncatedAnywhere_decodesOrRefuses(Path path) throws IOException {
        Decoding.checkTruncated(CollapsedReader::read, Files.readAllBytes(path));
    }

    @Test
    void write_inlinedAndUnknownFrames_areThere() throws IOException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("n", "count"), new ValueType("size", "bytes")));
        int both = b.location(1, -1, 0x1000, false);
        b.line(b.function("inner;x", "f.go"), 1, 0);
        b.line(b.function("outer", "f.go"), 2, 0);
        int address = b.location(2, -1, 0x2f, false);
        int unknown = b.location(3, -1, 0, false);
        b.sample(LabelSet.of("k", "v"), new int[] {both, address, unknown}, 1, 100);
        b.sample(LabelSet.EMPTY, new int[] {both, address, unknown}, 1, 20);
        b.sample(LabelSet.EMPTY, new int[] {address}, 5, 0);
        b.sample(LabelSet.EMPTY, new int[0], 5, 5);

        assertThat(write(b.build(), 0)).isEqualTo("[unknown];0x2f;outer;inner:x 2\n0x2f 5\n");
        assertThat(write(b.build(), 1)).isEqualTo("[unknown];0x2f;outer;inner:x 120\n");
        assertThatThrownBy(() -> write(b.build(), 2)).hasMessage("sample type 2 (expected 0..1)");
    }
}
