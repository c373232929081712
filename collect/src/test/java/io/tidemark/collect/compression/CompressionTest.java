package io.tidemark.collect.compression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private static final byte[] TEXT =
            "a profile that is no profile, ".repeat(100).getBytes(UTF_8);

    /** Wraps an output so that what is written to it is compressed. */
    private interface Wrapper {
        OutputStream wrap(OutputStream out) throws IOException;
    }

    private static byte[] compress(Wrapper wrapper, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = wrapper.wrap(out)) {
            compressed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        return compress(GZIPOutputStream::new, bytes);
    }

    private static byte[] zstd(byte[] bytes) throws IOException {
        return compress(ZstdOutputStream::new, bytes);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] unwrap(byte[] bytes) throws IOException {
        return unwrap(bytes, Limits.DEFAULT);
    }

    private static byte[] unwrap(byte[] bytes, Limits limits) throws IOException {
        try (InputStream in = Compression.unwrap(new ByteArrayInputStream(bytes), limits)) {
            return in.readAllBytes();
        }
    }

    @Test
    void unwrap_whatIsNotCompressed_isItself() throws IOException {
        assertThat(unwrap(TEXT)).isEqualTo(TEXT);
        assertThat(unwrap(new byte[0])).isEmpty();
        assertThat(unwrap(new byte[] {0x1F})).isEqualTo(new byte[] {0x1F});
    }

    @Test
    void unwrap_gzipAndZstd_areTold() throws IOException {
        assertThat(unwrap(gzip(TEXT))).isEqualTo(TEXT);
        assertThat(unwrap(zstd(TEXT))).isEqualTo(TEXT);
        assertThat(unwrap(zstd(gzip(gzip(TEXT))))).isEqualTo(TEXT);
    }

    @Test
    void unwrap_megabytes_areTheSame() throws IOException {
        byte[] bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 1_000_000, 3_000_000, (byte) 'x');
        assertThat(unwrap(gzip(bytes))).isEqualTo(bytes);
        assertThat(unwrap(zstd(bytes))).isEqualTo(bytes);
    }

    @Test
    void unwrap_byteByByte_isTheSame() throws IOException {
        for (byte[] bytes : new byte[][] {TEXT, gzip(TEXT), zstd(TEXT)}) {
            InputStream in = Compression.unwrap(new ByteArrayInputStream(bytes), Limits.DEFAULT);
            for (byte expected : TEXT) {
                assertThat((byte) in.read()).isEqualTo(expected);
            }
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void unwrap_severalMembers_areJoined() throws IOException {
        byte[] members = concat(gzip(TEXT), gzip(new byte[0]), gzip(TEXT), new byte[700]);
        assertThat(unwrap(members)).isEqualTo(concat(TEXT, TEXT));
        assertThat(unwrap(concat(zstd(TEXT), zstd(TEXT)))).isEqualTo(concat(TEXT, TEXT));
    }

    @Test
    void unwrap_gzipWithEveryOptionalField_isRead() throws IOException {
        byte[] plain = gzip(TEXT);
        byte[] header = {
            0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, 'f', 0, 'c', 'c', 0, 9, 9
        };
        assertThat(unwrap(concat(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo(TEXT);
    }

    @Test
    void unwrap_truncatedAnywhere_isMalformed() throws IOException {
        byte[] gzip = gzip(TEXT);
        for (int length = 2; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            assertThatThrownBy(() -> unwrap(cut))
                    .isInstanceOf(MalformedProfileException.class)
                    .hasMessage("malformed gzip: ends early at byte " + length);
        }
        byte[] zstd = zstd(TEXT);
        for (int length = 4; length < zstd.length; length++) {
            byte[] cut = Arrays.copyOf(zstd, length);
            assertThatThrownBy(() -> unwrap(cut))
                    .isInstanceOf(MalformedProfileException.class)
                    .hasMessageStartingWith("malformed zstd: ");
        }
    }

    @Test
    void unwrap_anyByteChanged_isTheSameOrMalformed() throws IOException {
        for (byte[] good : new byte[][] {gzip(TEXT), zstd(TEXT)}) {
            for (int at = 0; at < good.length; at++) {
                for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                    byte[] bad = good.clone();
                    bad[at] = (byte) value;
                    try {
                        unwrap(bad, Limits.DEFAULT.withMaxBytes(100_000));
                    } catch (MalformedProfileException expected) {
                        assertThat(expected).hasMessageMatching("(?s)(malformed (gzip|zstd): |input of more than ).*");
                    }
                }
            }
        }
    }

    @Test
    void unwrap_gzipThatIsNotWhatItClaims_isMalformed() throws IOException {
        byte[] checksum = gzip(TEXT);
        checksum[checksum.length - 8]++;
        CRC32 crc = new CRC32();
        crc.update(TEXT);
        assertThatThrownBy(() -> unwrap(checksum))
                .hasMessageStartingWith("malformed gzip: the checksum is " + Long.toHexString(crc.getValue()));

        byte[] size = gzip(TEXT);
        size[size.length - 1]++;
        assertThatThrownBy(() -> unwrap(size)).hasMessageContaining("the size is " + TEXT.length + " (expected ");

        byte[] followed = concat(gzip(TEXT), TEXT);
        assertThatThrownBy(() -> unwrap(followed)).hasMessageContaining("something that is not gzip follows");

        byte[] padded = concat(gzip(TEXT), new byte[3], TEXT);
        assertThatThrownBy(() -> unwrap(padded)).hasMessageContaining("something that is not gzip follows");

        byte[] method = gzip(TEXT);
        method[2] = 7;
        assertThatThrownBy(() -> unwrap(method))
                .hasMessage("malformed gzip: compression method 7 (expected 8) at byte 3");
    }

    @Test
    void unwrap_bomb_endsAtTheLimit() throws IOException {
        byte[] bomb = gzip(gzip(new byte[50_000_000]));
        assertThat(bomb).hasSizeLessThan(2000);
        assertThatThrownBy(() -> unwrap(bomb, Limits.DEFAULT.withMaxBytes(1_000_000)))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("input of more than 1000000 bytes (the limit; raise it with -max_bytes)");
        byte[] zstd = zstd(new byte[50_000_000]);
        assertThatThrownBy(() -> unwrap(zstd, Limits.DEFAULT.withMaxBytes(1_000_000)))
                .hasMessageStartingWith("input of more than 1000000 bytes");
    }

    @Test
    void unwrap_asMuchAsTheLimit_isRead() throws IOException {
        assertThat(unwrap(gzip(TEXT), Limits.DEFAULT.withMaxBytes(TEXT.length))).isEqualTo(TEXT);
    }

    @Test
    void unwrap_tooManyLayers_isMalformed() throws IOException {
        byte[] bytes = TEXT;
        for (int i = 0; i < 5; i++) {
            bytes = gzip(bytes);
        }
        byte[] wrapped = bytes;
        assertThatThrownBy(() -> unwrap(wrapped)).hasMessage("input compressed more than 4 times");
    }
}
