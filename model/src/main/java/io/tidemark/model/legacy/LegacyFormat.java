package io.tidemark.model.legacy;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The formats from before profile.proto, told by how they start. */
public enum LegacyFormat {
    /** The binary CPU profile of gperftools, and of old Java agents: five words {@code 0 3 0 PERIOD 0}. */
    CPU("CPU profile"),
    /** {@code heap profile: 1: 2 [3: 4] @ heap_v2/524288}, growth and fragmentation, of C++ and of Go. */
    HEAP("heap profile"),
    /** {@code goroutine profile: total 7}, also {@code threadcreate} and profiles that a program defines, of Go. */
    COUNT("count profile"),
    /** {@code --- threadz 1 ---}, the stacks of C++ threads. */
    THREAD("thread profile"),
    /** {@code --- contention:} and {@code --- mutex:} of Go, {@code --- contentionz 1 ---} of C++. */
    CONTENTION("contention profile"),
    /** {@code --- heapz 1 ---} and {@code --- contentionz 1 ---} with {@code format = java}. */
    JAVA("Java profile");

    private final String title;

    LegacyFormat(String title) {
        this.title = title;
    }

    /** What to do with the comments that Go's {@code debug=1} pages have below each stack. */
    public enum Comments {
        /** Nothing, as pprof does: frames are addresses, and a binary is needed for their names. */
        SKIP,
        /** Take names, files and lines of frames from them, and the labels of goroutines. */
        READ
    }

    /** What it is called in messages, such as {@code heap profile}. */
    public String title() {
        return title;
    }

    /**
     * The format that an input has, if it is one of these.
     *
     * @param head the first bytes of the input, decompressed; a few lines are enough
     */
    public static Optional<LegacyFormat> of(byte[] head) {
        if (CpuReader.isHeader(head)) {
            return Optional.of(CPU);
        }
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(head), Limits.DEFAULT, "head");
            lines.next();
            String first = lines.line();
            if (HeapReader.isHeader(first)) {
                return Optional.of(HEAP);
            }
            if (ContentionReader.isHeader(first)) {
                return Optional.of(JavaReader.isContention(first, lines) ? JAVA : CONTENTION);
            }
            if (Characters.trim(first).equals(JavaReader.HEAP)) {
                return Optional.of(JAVA);
            }
            while (isBlankOrComment(lines.line()) && lines.next()) {
                // before the header of the others there may be comments
            }
            return CountReader.isHeader(lines.line())
                    ? Optional.of(COUNT)
                    : ThreadReader.isHeader(lines.line()) ? Optional.of(THREAD) : Optional.empty();
        } catch (IOException tooLong) {
            return Optional.empty();
        }
    }

    /** Reads a profile of this format to the end of the stream, as pprof does. */
    public Profile read(InputStream in, Limits limits) throws IOException {
        return read(in, limits, Comments.SKIP);
    }

    /**
     * Reads a profile of this format to the end of the stream.
     *
     * @throws MalformedProfileException when the input is not what it claims to be, or exceeds a limit
     */
    public Profile read(InputStream in, Limits limits, Comments comments) throws IOException {
        if (this == CPU) {
            return CpuReader.read(in, limits);
        }
        LineReader lines = new LineReader(in, limits, title);
        return switch (this) {
            case HEAP -> HeapReader.read(lines, limits, comments);
            case COUNT -> CountReader.read(lines, limits, comments);
            case THREAD -> ThreadReader.read(lines, limits);
            case CONTENTION -> ContentionReader.read(lines, limits, comments);
            case JAVA -> JavaReader.read(lines, limits);
            case CPU -> throw new AssertionError();
        };
    }

    /** Whether a line says nothing: it is empty, or its first character is {@code #}. */
    static boolean isBlankOrComment(String line) {
        String text = Characters.trim(line);
        return text.isEmpty() || text.charAt(0) == '#';
    }
}
