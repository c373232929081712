package io.tidemark.model.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are made to hurt. Each must be refused with a sentence, or read, and either within seconds. */
@Timeout(30)
class ProfileProtoHostileTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProfileProtoHostileTest() {
        field(6, new byte[0]);
        field(6, "samples".getBytes(StandardCharsets.UTF_8));
        field(1, message(1, 1));
    }

    private static void varint(ByteArrayOutputStream target, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        target.write((int) rest);
    }

    private void field(int number, byte[] content) {
        varint(out, (long) number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    /** A message of pairs of a field and its number. */
    private static byte[] message(long... fieldsAndValues) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            varint(message, fieldsAndValues[i] << 3);
            varint(message, fieldsAndValues[i + 1]);
        }
        return message.toByteArray();
    }

    /** A field whose content are numbers one after the other. */
    private static byte[] packed(int number, LongStream values) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        values.forEach(value -> varint(content, value));
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        varint(field, (long) number << 3 | 2);
        varint(field, content.size());
        field.writeBytes(content.toByteArray());
        return field.toByteArray();
    }

    private Profile read() throws IOException {
        return Decoding.decode(ProfileProtoReader::read, out.toByteArray());
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageStartingWith("malformed profile: " + message);
    }

    @Test
    void read_deepStack_isRefused() {
        field(2, packed(1, LongStream.range(0, 100_000).map(i -> 1)));
        assertRefused("stack of more than 65536 frames (the limit; raise it with -max_frames)");
    }

    @Test
    void read_deepStackOfSingleFields_isRefused() {
        long[] frames = new long[200_000];
        Arrays.fill(frames, 1);
        field(2, message(frames));
        assertRefused("stack of more than 65536 frames (the limit; raise it with -max_frames)");
    }

    @Test
    void read_aMillionLabelsInOneSample_isRefused() {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        sample.writeBytes(message(2, 1));
        for (int i = 0; i < 1_000_000; i++) {
            sample.writeBytes(new byte[] {3 << 3 | 2, 4, 1 << 3, 1, 3 << 3, 1});
        }
        field(2, sample.toByteArray());
        assertRefused("sample with more than 4096 labels (the limit; raise it with -max_labels)");
    }

    @Test
    void read_aMillionDifferentLabels_isRead() throws IOException {
        for (int i = 1; i <= 1_000_000; i++) {
            byte[] label = message(1, 1, 3, i);
            ByteArrayOutputStream sample = new ByteArrayOutputStream();
            sample.writeBytes(message(2, 1));
            varint(sample, 3 << 3 | 2);
            varint(sample, label.length);
            sample.writeBytes(label);
            field(2, sample.toByteArray());
        }
        assertThat(read().samples().size()).isEqualTo(1_000_000);
    }

    @Test
    void read_namesWithOneHash_takesLinearTime() throws IOException {
        for (int i = 0; i < 100_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 17; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // equal to String.hashCode
            }
            field(6, name.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read().functions().size()).isZero();
    }

    @Test
    void read_manyValues_isRefused() {
        field(2, packed(2, LongStream.range(0, 100_000)));
        assertRefused("sample with more than 16384 values");
    }

    @Test
    void read_manySampleTypes_isRefused() {
        for (int i = 0; i < 20_000; i++) {
            field(1, new byte[0]);
        }
        assertRefused("more than 16384 sample types");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void read_emptyEntries_areRefusedAtOnce(int number) {
        field(number, new byte[0]);
        assertThatThrownBy(this::read).hasMessageContaining("with the reserved id 0 at byte");
    }

    @Test
    void read_sameIdTwice_isRefused() {
        field(5, message(1, -1));
        field(5, message(1, -1));
        assertRefused("two functions with the id 18446744073709551615");
    }

    @Test
    void read_locationOfItself_needsItsFunction() {
        field(4, new byte[] {1 << 3, 7, 4 << 3 | 2, 2, 1 << 3, 7});
        assertRefused("location 7 refers to function 7, which is not there");
    }

    @Test
    void read_mappingThatIsNotThere_isNone() throws IOException {
        field(4, message(1, 1, 2, -1));
        assertThat(read().locations().mapping(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 21, (1L << 21) - 1, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void read_hugeIds_areFound(long id) throws IOException {
        field(2, message(1, id, 2, Long.MIN_VALUE));
        field(4, message(1, id, 3, -1));
        assertThat(read().locations().id(0)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 1L << 31, 1L << 32 | 1, Long.MAX_VALUE, -1})
    void read_textThatIsNotThere_isRefused(long index) {
        field(5, message(1, 1, 2, index));
        assertRefused("string " + index + " is not there (2 are)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 11, 13})
    void read_lengthBeyondTheEnd_isRefused(int number) {
        for (long length : new long[] {1, 1 << 20, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            out.reset();
            varint(out, (long) number << 3 | 2);
            varint(out, length);
            assertRefused("field " + number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void read_lengthBeyondTheSample_isRefused(int number) {
        for (long length : new long[] {1, 127, 1 << 20, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1}) {
            ByteArrayOutputStream sample = new ByteArrayOutputStream();
            varint(sample, (long) number << 3 | 2);
            varint(sample, length);
            field(2, sample.toByteArray());
            assertRefused("sample with a field that is longer than the sample");
            out.reset();
        }
    }
}
