package io.tidemark.collect.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The symbol table of a file, of which one symbol is ever looked for. */
public final class ElfSymbols {
    private static final int MAX_NAMES = 1 << 28;
    private static final int SYMBOLS_AT_ONCE = 1 << 12;

    private final ElfBytes bytes;
    private final byte[] name;
    private final int entry;

    private ElfSymbols(ElfBytes bytes, String name) {
        this.bytes = bytes;
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.entry = bytes.is64() ? 24 : 16;
    }

    /**
     * The value of the first symbol of a name; nothing in a file without it, or without symbols.
     *
     * @param elf the headers of the file in the channel
     * @throws MalformedElfException when the table is not where the headers say
     */
    public static OptionalLong find(SeekableByteChannel channel, ElfFile elf, String name) throws IOException {
        ElfSymbols symbols = new ElfSymbols(new ElfBytes(channel), name);
        for (Section section : elf.sections()) {
            if (section.type() == Section.SYMBOLS) {
                if (section.link() < 0 || section.link() >= elf.sections().size()) {
                    throw new MalformedElfException("symbols whose names are in section " + section.link());
                }
                return symbols.find(section, elf.sections().get(section.link()));
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong find(Section table, Section names) throws IOException {
        long size = names.size() < 0 || names.size() > MAX_NAMES ? MAX_NAMES : names.size();
        ByteBuffer texts = bytes.read("names of symbols", names.offset(), size);
        if (!bytes.has(table.offset(), table.size())) {
            throw new MalformedElfException("symbols beyond the end", table.offset());
        }
        long count = table.size() / entry;
        for (long i = 0; i < count; i += SYMBOLS_AT_ONCE) {
            long length = Math.min(SYMBOLS_AT_ONCE, count - i) * entry;
            ByteBuffer symbols = bytes.read("symbols", table.offset() + i * entry, length);
            for (int at = 0; at < length; at += entry) {
                if (isName(texts, symbols.getInt(at))) {
                    return OptionalLong.of(
                            bytes.is64() ? symbols.getLong(at + 8) : symbols.getInt(at + 4) & 0xFFFF_FFFFL);
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean isName(ByteBuffer texts, int offset) {
        if (offset < 0 || offset >= texts.limit() - name.length || texts.get(offset + name.length) != 0) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (texts.get(offset + i) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
