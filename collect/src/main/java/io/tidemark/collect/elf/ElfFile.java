package io.tidemark.collect.elf;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The headers of an ELF file. */
public final class ElfFile {
    private final Type type;
    private final List<Segment> segments;
    private final List<Section> sections;
    private final String buildId;

    /** What kind of file it is. */
    public enum Type {
        /** Not linked, as the modules of the kernel. */
        RELOCATABLE,
        /** A program for fixed addresses. */
        EXECUTABLE,
        /** A library, or a program that runs at any address. */
        SHARED,
        /** Something else, such as a memory dump. */
        OTHER
    }

    ElfFile(Type type, List<Segment> segments, List<Section> sections, String buildId) {
        this.type = type;
        this.segments = List.copyOf(segments);
        this.sections = List.copyOf(sections);
        this.buildId = buildId;
    }

    /**
     * Reads the headers and the build id.
     *
     * @throws MalformedElfException when the file is not ELF, or cut off
     */
    public static ElfFile read(SeekableByteChannel channel) throws IOException {
        return new ElfHeaders(new ElfBytes(channel)).read();
    }

    public Type type() {
        return type;
    }

    public List<Segment> segments() {
        return segments;
    }

    List<Section> sections() {
        return sections;
    }

    /** Where a section is in the file, if there is one of that name. */
    public OptionalLong offsetOf(String section) {
        return sections.stream()
                .filter(one -> one.name().equals(section))
                .mapToLong(Section::offset)
                .findFirst();
    }

    /** The build id in hexadecimal, or the empty string. */
    public String buildId() {
        return buildId;
    }

    /** The segment that the program's code is in, when there is a section of that name to tell. */
    public Optional<Segment> textSegment() {
        for (Section section : sections) {
            if (section.name().equals(".text")) {
                for (Segment segment : segments) {
                    if (segment.isLoaded() && segment.isExecutable() && segment.hasAddress(section.address())) {
                        return Optional.of(segment);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
