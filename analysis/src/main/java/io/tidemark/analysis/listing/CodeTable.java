package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Instructions by address, and the lines of source files that they come from. */
final class CodeTable {
    private final Interest interest;
    private final Map<Long, Code> instructions = new HashMap<>();
    private final SortedMap<String, SourceFile> files = new TreeMap<>(Utf8.ORDER);

    /**
     * An instruction.
     *
     * @param address where it is in the binary
     * @param length how many bytes it has, so far as is known
     * @param text the assembly, or empty
     * @param frame the innermost place in the source
     */
    record Code(long address, long length, String text, Frame frame, long flat, long cum) {}

    /**
     * An instruction on a line.
     *
     * @param address where it is in the process
     * @param calls the inlined calls that lead from the line to it, outermost first
     */
    record Use(long address, List<Frame> calls) {}

    /** The lines of a file that instructions come from. */
    static final class SourceFile {
        private final SortedMap<Long, List<Use>> lines = new TreeMap<>();
        private final Map<Long, String> functions = new HashMap<>();

        SortedMap<Long, List<Use>> lines() {
            return lines;
        }

        /** The function that a line belongs to: the first that is found there. */
        String function(long line) {
            return functions.getOrDefault(line, "");
        }
    }

    CodeTable(Interest interest) {
        this.interest = interest;
    }

    /** Adds an instruction of the process, and the frames at it, innermost first. */
    void add(long address, Code code, List<Frame> frames) {
        instructions.put(address, code);
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            if (interest.has(frame.function())) {
                List<Frame> calls = new ArrayList<>(frames.subList(0, i));
                Collections.reverse(calls);
                SourceFile file = files.computeIfAbsent(canonical(frame.file()), name -> new SourceFile());
                file.lines
                        .computeIfAbsent(frame.line(), line -> new ArrayList<>())
                        .add(new Use(address, calls));
                file.functions.putIfAbsent(frame.line(), frame.function());
            }
        }
    }

    /** A name for a file that builds name in several ways. */
    private static String canonical(String file) {
        String name = file;
        for (String prefix : List.of("/proc/self/cwd/", "./")) {
            name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
        return SlashPath.clean(name);
    }

    boolean has(long address) {
        return instructions.containsKey(address);
    }

    Code at(long address) {
        Code code = instructions.get(address);
        if (code == null) {
            throw new IllegalArgumentException("no instruction at 0x" + Long.toHexString(address));
        }
        return code;
    }

    /** The files by name. */
    SortedMap<String, SourceFile> files() {
        return files;
    }
}
