package io.tidemark.collect.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.binary.Tower;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ElfFileTest {
    private static ElfFile read(byte[] bytes) throws IOException {
        return ElfFile.read(new BytesChannel(bytes));
    }

    /** Reads everything that there is to read. */
    private static void readAll(byte[] bytes) throws IOException {
        ElfFile elf = read(bytes);
        elf.textSegment();
        ElfSymbols.find(new BytesChannel(bytes), elf, "_start");
    }

    @Test
    void read_program_hasSegmentsAndBuildId() throws IOException {
        ElfFile elf = read(Tower.bytes());
        assertThat(elf.type()).isEqualTo(ElfFile.Type.SHARED);
        assertThat(elf.buildId()).isEqualTo(Tower.BUILD_ID);
        assertThat(elf.segments()).filteredOn(Segment::isLoaded).hasSize(2);
        assertThat(elf.textSegment()).hasValueSatisfying(text -> {
            assertThat(text.isExecutable()).isTrue();
            assertThat(text.memorySize()).isEqualTo(0x308);
        });
    }

    @Test
    void find_symbol_isItsValue() throws IOException {
        ElfFile elf = read(Tower.bytes());
        assertThat(ElfSymbols.find(new BytesChannel(Tower.bytes()), elf, "_start"))
                .hasValue(0x2c4);
        assertThat(ElfSymbols.find(new BytesChannel(Tower.bytes()), elf, "_stext"))
                .isEmpty();
    }

    @Test
    void read_truncatedAnywhere_isReadOrMalformed() {
        byte[] bytes = Tower.bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                readAll(cut);
            } catch (IOException e) {
                assertThat(e).isInstanceOf(MalformedElfException.class);
                assertThat(e.getMessage()).as("cut at " + length).isNotBlank();
            }
        }
    }

    @Test
    void read_bytesChanged_isReadOrMalformed() {
        long seed = 42;
        Random random = new Random(seed);
        byte[] bytes = Tower.bytes();
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                // Mostly in the headers, which are at both ends.
                int at = random.nextInt(3) == 0 ? random.nextInt(0x240) : bytes.length - 1 - random.nextInt(0x980);
                changed[at] = (byte) (random.nextBoolean() ? -1 : random.nextInt());
            }
            try {
                readAll(changed);
            } catch (IOException e) {
                assertThat(e).as("seed " + seed + " round " + round).isInstanceOf(MalformedElfException.class);
            }
        }
    }

    @Test
    void read_otherFile_saysThatItIsNone() {
        assertThatThrownBy(() -> read(new byte[0])).hasMessage("no ELF file");
        assertThatThrownBy(() -> read("#!/bin/sh\nexit 0\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessage("no ELF file");
    }

    @Test
    void read_bigEndianOf32Bits_isUnderstood() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(52 + 32).order(ByteOrder.BIG_ENDIAN);
        file.putInt(0x7F454C46).put((byte) 1).put((byte) 2).position(16);
        file.putShort((short) 2).position(28);
        file.putInt(52).position(42);
        file.putShort((short) 32).putShort((short) 1).position(52);
        file.putInt(1)
                .putInt(0x1000)
                .putInt(0x8000_0000)
                .putInt(0)
                .putInt(7)
                .putInt(9)
                .putInt(5)
                .putInt(0x1000);
        ElfFile elf = read(file.array());
        assertThat(elf.type()).isEqualTo(ElfFile.Type.EXECUTABLE);
        assertThat(elf.segments()).containsExactly(new Segment(1, 5, 0x1000, 0x8000_0000L, 7, 9, 0x1000));
    }

    @Test
    void read_countThatCannotBe_isMalformed() {
        ByteBuffer file = ByteBuffer.wrap(Tower.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(56, (short) -1); // program headers
        assertThatThrownBy(() -> read(file.array()))
                .isInstanceOf(MalformedElfException.class)
                .hasMessage("65535 program headers in a file of 8664 bytes at byte 64");
    }
}
