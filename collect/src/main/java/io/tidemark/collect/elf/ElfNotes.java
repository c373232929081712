package io.tidemark.collect.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The notes of a file: small records, each with the name of who wrote it. */
final class ElfNotes {
    private static final int HEADER = 12;
    private static final int GNU_BUILD_ID = 3;
    private static final byte[] GNU = {'G', 'N', 'U'};

    private ElfNotes() {}

    /** The build ids in a section or segment of notes, in hexadecimal; notes that are cut off end the list. */
    static List<String> buildIds(ByteBuffer notes, long align) {
        List<String> found = new ArrayList<>();
        while (notes.remaining() >= HEADER) {
            int start = notes.position();
            long nameSize = notes.getInt() & 0xFFFF_FFFFL;
            long dataSize = notes.getInt() & 0xFFFF_FFFFL;
            int type = notes.getInt();
            long data = start + padded(HEADER + nameSize, align);
            if (data + dataSize > notes.limit()) {
                return found;
            }
            if (type == GNU_BUILD_ID && isGnu(notes, start + HEADER, nameSize)) {
                byte[] id = new byte[(int) dataSize];
                notes.get((int) data, id);
                found.add(HexFormat.of().formatHex(id));
            }
            notes.position((int) Math.min(notes.limit(), data + padded(dataSize, align)));
        }
        return found;
    }

    private static boolean isGnu(ByteBuffer notes, int start, long length) {
        for (int i = 0; i < GNU.length; i++) {
            if (i >= length || notes.get(start + i) != GNU[i]) {
                return false;
            }
        }
        return length == GNU.length || (length == GNU.length + 1 && notes.get(start + GNU.length) == 0);
    }

    private static long padded(long size, long align) {
        return align > 1 && align <= 1 << 12 && Long.bitCount(align) == 1 ? size + align - 1 & -align : size;
    }
}
