package io.tidemark.model.pasted;

import io.tidemark.model.profile.Hash;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The locations and the mappings of {@code raw}: {@link RawReader} shows them. */
final class RawSymbols {
    private record Line(String function, String systemName, String file, long line, long column, long startLine) {
        @Override
        public int hashCode() {
            long hash = Hash.add(Hash.add(Hash.add(Hash.start(6), function), systemName), file);
            return Hash.end(Hash.add(Hash.add(Hash.add(hash, line), column), startLine));
        }
    }

    private record Location(long id, long address, long mapping, boolean isFolded, List<Line> lines) {}

    private final LineReader lines;
    private final ProfileBuilder builder;
    private final List<Location> locations = new ArrayList<>();
    private final Map<Long, Integer> indices = new HashMap<>(); // of locations, by id
    private final Map<Long, Integer> mappings = new HashMap<>(); // by id
    private final Map<Line, Integer> functions = new HashMap<>();

    RawSymbols(LineReader lines, ProfileBuilder builder) {
        this.lines = lines;
        this.builder = builder;
    }

    /** The index of a location, or -1. */
    int location(long id) {
        return indices.getOrDefault(id, -1);
    }

    /** Reads from the line after {@code Locations} to the end. */
    void read() throws IOException {
        while (lines.next() && !lines.line().equals("Mappings")) {
            if (lines.line().startsWith("             ") && !locations.isEmpty()) {
                line(lines.line().strip(), locations.get(locations.size() - 1).lines());
            } else {
                location(lines.line());
            }
        }
        while (lines.next() && !lines.line().isBlank() && !lines.line().startsWith("(pprof)")) {
            mapping(lines.line());
        }
        for (Location location : locations) {
            add(location);
        }
    }

    /** Reads {@code 1: 0x4f2a10 M=1 [F] main.encode /src/encode.go:12:0 s=10}. */
    private void location(String text) throws IOException {
        Cursor cursor = new Cursor(text, 0);
        cursor.skipSpaces();
        OptionalLong id = Numbers.decimal(cursor.digits());
        boolean ok = cursor.skip(": 0x");
        OptionalLong address = Numbers.hex(cursor.hexDigits());
        if (id.isEmpty() || !ok || address.isEmpty() || !cursor.skip(' ')) {
            throw lines.malformed("no location");
        }
        OptionalLong mapping = cursor.skip("M=") ? Numbers.decimal(cursor.digits()) : OptionalLong.of(0);
        cursor.skipSpaces();
        boolean isFolded = cursor.skip("[F] ");
        Location location =
                new Location(id.getAsLong(), address.getAsLong(), mapping.orElse(0), isFolded, new ArrayList<>());
        String rest = cursor.rest().strip();
        if (!rest.isEmpty()) {
            line(rest, location.lines());
        }
        locations.add(location);
    }

    /** Reads {@code main.encode /src/encode.go:12:0 s=10(_ZN4main6encodeE)}; {@code ??} is a line without a function. */
    private void line(String text, List<Line> target) throws MalformedProfileException {
        if (text.equals("??")) {
            return;
        }
        int start = text.lastIndexOf(" s=");
        if (start < 0) {
            throw lines.malformed("no line of a location");
        }
        Cursor after = new Cursor(text, start + 3);
        OptionalLong startLine = Numbers.decimal((after.skip('-') ? "-" : "") + after.digits());
        Frame frame = frame(text.substring(0, start));
        String systemName = after.skip('(') && text.endsWith(")")
                ? text.substring(after.position(), text.length() - 1)
                : frame.function();
        target.add(new Line(
                frame.function(), systemName, frame.file(), frame.line(), frame.column(), startLine.orElse(0)));
    }

    /** A function, which may have no file: {@code GC :0:0}. */
    private static Frame frame(String text) {
        int blank = text.lastIndexOf(' ');
        if (blank >= 0 && text.startsWith(":", blank + 1)) {
            Frame numbers = Frame.parse("f x" + text.substring(blank + 1));
            return new Frame(0, text.substring(0, blank), "", numbers.line(), numbers.column());
        }
        return Frame.parse(text);
    }

    /** Reads {@code 1: 0x400000/0x500000/0x0 /bin/server 8fa2ba1 [FN][FL][LN]}. */
    private void mapping(String text) throws IOException {
        Cursor cursor = new Cursor(text, 0);
        OptionalLong id = Numbers.decimal(cursor.digits());
        boolean ok = cursor.skip(": 0x");
        OptionalLong start = Numbers.hex(cursor.hexDigits());
        ok &= cursor.skip("/0x");
        OptionalLong limit = Numbers.hex(cursor.hexDigits());
        ok &= cursor.skip("/0x");
        OptionalLong offset = Numbers.hex(cursor.hexDigits());
        if (!ok || id.isEmpty() || start.isEmpty() || limit.isEmpty() || offset.isEmpty()) {
            throw lines.malformed("no mapping");
        }
        cursor.skip(' ');
        String rest = cursor.rest();
        String symbols = symbols(rest);
        rest = rest.substring(0, rest.length() - symbols.length());
        rest = rest.endsWith(" ") ? rest.substring(0, rest.length() - 1) : rest;
        int blank = rest.lastIndexOf(' ');
        mappings.put(id.getAsLong(), builder.mappingCount());
        builder.mapping(new Mapping(
                id.getAsLong(),
                start.getAsLong(),
                limit.getAsLong(),
                offset.getAsLong(),
                blank < 0 ? rest : rest.substring(0, blank),
                blank < 0 ? "" : rest.substring(blank + 1),
                new Mapping.Symbols(
                        symbols.contains("[FN]"),
                        symbols.contains("[FL]"),
                        symbols.contains("[LN]"),
                        symbols.contains("[IN]"))));
    }

    /** The {@code [FN][FL][LN]} at the end of a text. */
    private static String symbols(String text) {
        int start = text.length();
        while (start >= 4 && List.of("[FN]", "[FL]", "[LN]", "[IN]").contains(text.substring(start - 4, start))) {
            start -= 4;
        }
        return text.substring(start);
    }

    private void add(Location location) {
        int mapping = mappings.getOrDefault(location.mapping(), -1);
        int index = builder.location(location.id(), mapping, location.address(), location.isFolded());
        indices.put(location.id(), index);
        for (Line line : location.lines()) {
            builder.line(function(line), line.line(), line.column());
        }
    }

    private int function(Line line) {
        Line key = new Line(line.function(), line.systemName(), line.file(), 0, 0, line.startLine());
        return functions.computeIfAbsent(
                key,
                unused -> builder.function(
                        functions.size() + 1L,
                        builder.strings().intern(line.function()),
                        builder.strings().intern(line.systemName()),
                        builder.strings().intern(line.file()),
                        line.startLine()));
    }
}
