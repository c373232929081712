package io.tidemark.model.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.DescriptorValidationException;
import io.tidemark.model.Decoding;
import io.tidemark.model.RawText;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves the codec against protobuf-java, with random profiles that one writes and the other reads. */
class ProtobufTest {
    private final ProtobufOracle packed;
    private final ProtobufOracle unpacked;

    ProtobufTest() throws DescriptorValidationException {
        packed = new ProtobufOracle(true);
        unpacked = new ProtobufOracle(false);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void write_randomProfile_isReadByProtobuf(long seed) throws IOException {
        Profile profile = RandomProfiles.profile(seed);
        Profile read = ProtobufProfiles.fromMessage(packed.parse(Decoding.toProto(profile)), packed);
        assertSame(read, profile);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void read_whatProtobufWrites_isTheSame(long seed) throws IOException {
        Profile profile = RandomProfiles.profile(seed);
        for (ProtobufOracle oracle : new ProtobufOracle[] {packed, unpacked}) {
            byte[] written = ProtobufProfiles.toMessage(profile, oracle).toByteArray();
            assertSame(Decoding.decode(ProfileProtoReader::read, written), profile);
        }
    }

    private static void assertSame(Profile read, Profile expected) {
        assertThat(RawText.of(read)).isEqualTo(RawText.of(expected));
        assertThat(read.header()).isEqualTo(expected.header());
        assertThat(read.mappings()).isEqualTo(expected.mappings());
    }
}
