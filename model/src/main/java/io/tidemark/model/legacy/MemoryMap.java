package io.tidemark.model.legacy;

import io.tidemark.model.profile.Mapping;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the memory map at the end of a profile: {@link MappingLine}s, after a line that announces them, with variables.
 *
 * <pre>
 * MAPPED_LIBRARIES:
 * build=/home/me/build
 * 40000-80000: $build/server
 * </pre>
 */
final class MemoryMap {
    /** Linux allows a process 65,530 mappings, of which few hold code. */
    private static final int MAX_MAPPINGS = 1 << 15;

    private static final int MAX_VARIABLES = 64;

    /** Variables can name each other, and so double with every line. */
    private static final int MAX_EXPANDED = 1 << 24;

    private final LineReader lines;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private long expanded;

    private MemoryMap(LineReader lines) {
        this.lines = lines;
    }

    /** Whether a line announces a memory map. */
    static boolean isStart(String line) {
        return line.contains("--- Memory map: ---") || line.contains("MAPPED_LIBRARIES:");
    }

    /** The executable mappings after the announcement, which may be the current line or come later, or not at all. */
    static List<Mapping> readAfterStart(LineReader lines) throws IOException {
        while (!isStart(lines.line()) && lines.next()) {
            // other sections are of no use
        }
        return read(lines);
    }

    /** The executable mappings from the next line to the end. */
    static List<Mapping> read(LineReader lines) throws IOException {
        return new MemoryMap(lines).read();
    }

    private List<Mapping> read() throws IOException {
        while (lines.next()) {
            String line = expand(withoutLogPrefix(lines.line()));
            Optional<MappingLine> parsed = MappingLine.parse(line);
            if (parsed.isPresent() && !parsed.get().isExecutable()) {
                continue;
            }
            Optional<Mapping> mapping = parsed.flatMap(MappingLine::mapping);
            if (mapping.isPresent()) {
                add(mapping.get());
            } else {
                define(line);
            }
        }
        return mappings;
    }

    private void add(Mapping mapping) throws IOException {
        if (mappings.size() == MAX_MAPPINGS) {
            throw lines.malformed("more than " + MAX_MAPPINGS + " mappings");
        }
        mappings.add(mapping);
    }

    private void define(String line) throws IOException {
        int equals = line.indexOf('=');
        if (equals >= 0) {
            if (variables.size() == MAX_VARIABLES) {
                throw lines.malformed("more than " + MAX_VARIABLES + " variables");
            }
            String name = "$" + Characters.trim(line.substring(0, equals));
            variables.putIfAbsent(name, Characters.trim(line.substring(equals + 1)));
        }
    }

    /** The line with each variable replaced by its value; where several fit, by that of the one defined first. */
    private String expand(String line) throws IOException {
        int dollar = line.indexOf('$');
        if (dollar < 0 || variables.isEmpty()) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        int done = 0;
        while (dollar >= 0) {
            text.append(line, done, dollar);
            done = dollar;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                if (line.startsWith(variable.getKey(), dollar)) {
                    text.append(variable.getValue());
                    done = dollar + variable.getKey().length();
                    break;
                }
            }
            if (expanded + text.length() > MAX_EXPANDED) {
                throw lines.malformed("variables whose values have more than " + MAX_EXPANDED + " characters");
            }
            dollar = line.indexOf('$', Math.max(done, dollar + 1));
        }
        expanded += text.length();
        return text.append(line, done, line.length()).toString();
    }

    /** The line without what a logger put before it: {@code I0101 12:00:00.000 1 main.cc:12] }. */
    private static String withoutLogPrefix(String line) {
        int close = line.indexOf(']');
        if (close < 2 || close + 1 >= line.length() || !Characters.isBlank(line.charAt(close + 1))) {
            return line;
        }
        int digits = close;
        while (digits > 0 && Characters.isDigit(line.charAt(digits - 1))) {
            digits--;
        }
        boolean hasPlace = digits < close && digits > 1 && line.charAt(digits - 1) == ':';
        int open = line.indexOf('[');
        return hasPlace && (open < 0 || open > close) ? line.substring(close + 2) : line;
    }
}
