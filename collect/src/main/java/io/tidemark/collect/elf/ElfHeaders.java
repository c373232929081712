package io.tidemark.collect.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The headers of one file being read. */
final class ElfHeaders {
    private static final int EXTENDED = 0xFFFF; // in place of an index that does not fit
    private static final int MAX_NOTES = 1 << 24;
    private static final int MAX_NAMES = 1 << 26;
    private static final int MAX_NAME = 64; // the names that anybody asks for are short

    private final ElfBytes bytes;

    ElfHeaders(ElfBytes bytes) {
        this.bytes = bytes;
    }

    ElfFile read() throws IOException {
        ByteBuffer header = bytes.read("header", ElfBytes.IDENT, bytes.is64() ? 48 : 36);
        ElfFile.Type type = type(header.getShort());
        header.position(8);
        bytes.word(header); // the entry point
        long segmentTable = bytes.word(header);
        long sectionTable = bytes.word(header);
        header.position(header.position() + 6); // flags, and the size of this header
        int segmentSize = header.getShort() & 0xFFFF;
        int segmentCount = header.getShort() & 0xFFFF;
        int sectionSize = header.getShort() & 0xFFFF;
        int sectionCount = header.getShort() & 0xFFFF;
        int nameSection = header.getShort() & 0xFFFF;
        List<Section> sections =
                sectionTable == 0 ? List.of() : sections(sectionTable, sectionSize, sectionCount, nameSection);
        List<Segment> segments = segmentTable == 0 ? List.of() : segments(segmentTable, segmentSize, segmentCount);
        return new ElfFile(type, segments, sections, buildId(segments, sections));
    }

    private static ElfFile.Type type(short type) {
        return switch (type) {
            case 1 -> ElfFile.Type.RELOCATABLE;
            case 2 -> ElfFile.Type.EXECUTABLE;
            case 3 -> ElfFile.Type.SHARED;
            default -> ElfFile.Type.OTHER;
        };
    }

    private List<Segment> segments(long offset, int entry, int count) throws IOException {
        ByteBuffer table = bytes.table("program headers", offset, entry, bytes.is64() ? 56 : 32, count);
        List<Segment> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            table.position(i * entry);
            int type = table.getInt();
            int flags = bytes.is64() ? table.getInt() : 0;
            long fileOffset = bytes.word(table);
            long address = bytes.word(table);
            bytes.word(table); // the physical address
            long fileSize = bytes.word(table);
            long memorySize = bytes.word(table);
            flags = bytes.is64() ? flags : table.getInt();
            segments.add(new Segment(type, flags, fileOffset, address, fileSize, memorySize, bytes.word(table)));
        }
        return segments;
    }

    private List<Section> sections(long offset, int entry, int count, int nameSection) throws IOException {
        ByteBuffer noNames = ByteBuffer.allocate(0);
        // The first section holds what does not fit into the header.
        Section first = sections(offset, entry, 1, noNames).get(0);
        long realCount = count == 0 ? first.size() : count;
        long realNames = nameSection == EXTENDED ? first.link() : nameSection;
        if (realNames < 0 || realNames >= realCount) {
            throw new MalformedElfException("names of sections in section " + realNames + " of " + realCount);
        }
        Section names = sections(offset + realNames * entry, entry, 1, noNames).get(0);
        ByteBuffer texts = names.type() == Section.NO_BITS
                ? noNames
                : bytes.read("names of sections", names.offset(), clamp(names.size(), MAX_NAMES));
        return sections(offset, entry, realCount, texts);
    }

    private static long clamp(long size, int limit) {
        return size < 0 || size > limit ? limit : size;
    }

    private List<Section> sections(long offset, int entry, long count, ByteBuffer names) throws IOException {
        ByteBuffer table = bytes.table("section headers", offset, entry, bytes.is64() ? 64 : 40, count);
        List<Section> sections = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            table.position(i * entry);
            String name = text(names, table.getInt());
            int type = table.getInt();
            bytes.word(table); // flags
            long address = bytes.word(table);
            long fileOffset = bytes.word(table);
            long size = bytes.word(table);
            int link = table.getInt();
            table.getInt(); // other information
            sections.add(new Section(name, type, address, fileOffset, size, link, bytes.word(table)));
        }
        return sections;
    }

    private static String text(ByteBuffer texts, int offset) {
        if (offset < 0 || offset >= texts.limit()) {
            return "";
        }
        int end = offset;
        while (end < texts.limit() && end - offset < MAX_NAME && texts.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - offset];
        texts.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The first build id, unless there are several in one place: nobody knows then which it is. */
    private String buildId(List<Segment> segments, List<Section> sections) throws IOException {
        for (Segment segment : segments) {
            if (segment.type() == Segment.NOTE) {
                List<String> ids = buildIds(segment.offset(), segment.fileSize(), segment.align());
                if (!ids.isEmpty()) {
                    return ids.size() == 1 ? ids.get(0) : "";
                }
            }
        }
        for (Section section : sections) {
            if (section.type() == Section.NOTE) {
                List<String> ids = buildIds(section.offset(), section.size(), section.align());
                if (!ids.isEmpty()) {
                    return ids.size() == 1 ? ids.get(0) : "";
                }
            }
        }
        return "";
    }

    private List<String> buildIds(long offset, long size, long align) throws IOException {
        return size > MAX_NOTES || !bytes.has(offset, size)
                ? List.of()
                : ElfNotes.buildIds(bytes.read("notes", offset, size), align);
    }
}
