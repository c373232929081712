package io.tidemark.collect.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that are cut, changed or made to do harm end in a sentence, and soon. */
@Timeout(120)
class HostileRecordingTest {
    private static final int CONSTANTS = 16; // in the header: where the last constant pool starts
    private static final int STATE = 64;

    @TempDir
    Path directory;

    private byte[] good = {};

    @BeforeEach
    void load() throws IOException {
        good = JfrReaderTest.asyncProfilerBytes();
    }

    private void read(byte[] bytes) throws IOException {
        JfrReader.read(Files.write(directory.resolve("bad.jfr"), bytes), Limits.DEFAULT);
    }

    private void assertMalformed(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_truncatedAnywhere_isMalformed() throws IOException {
        Path file = Files.write(directory.resolve("cut.jfr"), good);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int length = good.length - 1; length >= 0; length--) {
                channel.truncate(length);
                assertThatThrownBy(() -> JfrReader.read(file, Limits.DEFAULT))
                        .isInstanceOf(MalformedProfileException.class)
                        .hasMessageMatching("(JFR recording ends early|malformed JFR recording: a chunk of).*");
            }
        }
    }

    @Test
    void read_bytesChangedAnywhere_isAProfileOrMalformed() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(random.nextInt(4) == 0 ? 200 : bad.length);
                bad[at] = (byte) (random.nextBoolean() ? random.nextInt() : bad[at] ^ 1 << random.nextInt(8));
            }
            try {
                read(bad);
            } catch (MalformedProfileException expected) {
                assertThat(expected).hasMessageMatching("[^\\p{Cntrl}]+");
            } catch (IOException e) {
                throw new AssertionError("seed " + seed + ", recording " + i, e);
            }
        }
    }

    @Test
    void read_anotherVersion_isTold() {
        good[5] = 9;
        assertMalformed(good, "version 9 (expected 1 or 2) at byte 0");
    }

    @Test
    void read_chunkThatIsBeingWritten_isTold() {
        good[STATE] = (byte) 255;
        assertMalformed(good, "a chunk that is still being written; let the program dump the recording at byte 0");
    }

    @Test
    void read_somethingBehindTheChunk_isTold() {
        assertMalformed(Arrays.copyOf(good, good.length + 100), "something that is no chunk follows");
    }

    @Test
    void read_eventThatLeadsBack_isTold() {
        int event = 68;
        Arrays.fill(good, event, event + 9, (byte) 0xFF);
        assertMalformed(good, "an event of -1 bytes at byte 68");
    }

    @Test
    void read_constantPoolThatRefersToItself_isTold() {
        int pool = (int) ByteBuffer.wrap(good).getLong(CONSTANTS);
        int delta = pool;
        for (int number = 0; number < 4; number++) { // size, type, time, duration
            while (good[delta++] < 0) {
                // one number
            }
        }
        good[delta] = 1;
        assertMalformed(good, "a constant pool that refers to none before it at byte " + pool);
    }

    @Test
    void read_severalChunks_areOneRecording() throws IOException {
        byte[] two = Arrays.copyOf(good, 2 * good.length);
        System.arraycopy(good, 0, two, good.length, good.length);
        Path file = Files.write(directory.resolve("two.jfr"), two);
        assertThat(JfrReader.read(file, Limits.DEFAULT).sums()[0]).isEqualTo(14);
    }
}
