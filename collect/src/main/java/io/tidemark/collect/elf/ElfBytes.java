package io.tidemark.collect.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The bytes of an ELF file, read where they are asked for, in the order and the word size of the file. */
final class ElfBytes {
    static final int IDENT = 16;
    private static final int MAGIC = 0x7F454C46; // 0x7F "ELF"

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteOrder order;
    private final boolean is64;

    /** Reads the first bytes, which say how to read the others. */
    ElfBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        ByteBuffer ident = ByteBuffer.allocate(IDENT);
        fill(ident, 0);
        if (ident.position() < IDENT || ident.getInt(0) != MAGIC) {
            throw new MalformedElfException("no ELF file");
        }
        byte wordSize = ident.get(4);
        byte byteOrder = ident.get(5);
        if (wordSize < 1 || wordSize > 2 || byteOrder < 1 || byteOrder > 2) {
            throw new MalformedElfException("class " + wordSize + ", byte order " + byteOrder + " (expected 1 or 2)");
        }
        this.is64 = wordSize == 2;
        this.order = byteOrder == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** Whether words have 64 bits. */
    boolean is64() {
        return is64;
    }

    /** Whether so many bytes are there. */
    boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
    }

    /** Bytes that must be there; {@code what} names them in the message. */
    ByteBuffer read(String what, long offset, long length) throws IOException {
        if (!has(offset, length) || length > Integer.MAX_VALUE - 16) {
            throw new MalformedElfException(
                    what + " of " + Long.toUnsignedString(length) + " bytes in a file of " + size, offset);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        fill(buffer, offset);
        if (buffer.hasRemaining()) {
            throw new MalformedElfException(what + " is cut off", offset);
        }
        return buffer.flip().order(order);
    }

    private void fill(ByteBuffer buffer, long offset) throws IOException {
        channel.position(offset);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer);
        }
    }

    /** A table of entries, each at least as long as it must be. */
    ByteBuffer table(String what, long offset, int entry, int least, long count) throws IOException {
        if (entry < least && count > 0) {
            throw new MalformedElfException(what + " of " + entry + " bytes each (expected " + least + ")");
        }
        if (count < 0 || count > size) {
            throw new MalformedElfException(
                    Long.toUnsignedString(count) + " " + what + " in a file of " + size + " bytes", offset);
        }
        return read(what, offset, count * entry);
    }

    /** An address, an offset or a size: eight bytes, or four in a file of 32 bits. */
    long word(ByteBuffer buffer) {
        return is64 ? buffer.getLong() : buffer.getInt() & 0xFFFF_FFFFL;
    }
}
