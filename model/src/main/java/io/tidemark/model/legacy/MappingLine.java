package io.tidemark.model.legacy;

import io.tidemark.model.profile.Mapping;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a memory map, in one of two shapes.
 *
 * <pre>
 * 00400000-0040b000 r-xp 00002000 fc:01 41038   /bin/cat       as in /proc/PID/maps
 *   400000-fcb000: /bin/cat (@2000) abc123                     as gperftools writes it: offset and build id may lack
 * </pre>
 *
 * <p>Both are recognised as loosely as pprof does it, which takes {@code 0x} for granted, accepts any separator between
 * the two addresses or none, and ignores whatever follows.
 *
 * @param start the first address, in hexadecimal
 * @param limit the address after the last
 * @param permissions such as {@code r-xp}; empty when the line has none
 * @param offset where the mapping starts in the file; empty for 0
 * @param file the path; may be empty
 * @param buildId may be empty
 */
record MappingLine(String start, String limit, String permissions, String offset, String file, String buildId) {

    /** The parts of a line; empty when it is no line of a memory map. */
    static Optional<MappingLine> parse(String line) {
        Range range = Range.parse(line);
        if (range.start.isEmpty()) {
            return Optional.empty();
        }
        Optional<MappingLine> found = ofProc(line, range);
        if (found.isEmpty() && range.isSeparated) {
            // A proc line may make sense where the second number is taken for something else.
            Range joined = Range.parseJoined(line);
            found = joined.start.isEmpty() ? found : ofProc(line, joined);
        }
        return found.isPresent() ? found : Optional.of(brief(line, range));
    }

    /** The mapping; empty when a number has more than 64 bits. */
    Optional<Mapping> mapping() {
        OptionalLong from = Numbers.hex(start);
        OptionalLong to = Numbers.hex(limit);
        OptionalLong at = offset.isEmpty() ? OptionalLong.of(0) : Numbers.hex(offset);
        if (from.isEmpty() || to.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Mapping(1, from.getAsLong(), to.getAsLong(), at.getAsLong(), file, buildId, Mapping.Symbols.NONE));
    }

    /** Whether the mapping may hold code: it says so, or does not say. */
    boolean isExecutable() {
        return permissions.isEmpty() || permissions.indexOf('x') >= 0;
    }

    /** Permissions and offset if they are there, device and inode, which must be, and a path. */
    private static Optional<MappingLine> ofProc(String line, Range range) {
        Cursor cursor = new Cursor(line, range.end);
        cursor.skip(':');
        String permissions = word(cursor, "-rwxp");
        String offset = hexWord(cursor);
        if (!cursor.skipSpaces()
                || cursor.hexDigits().isEmpty()
                || !cursor.skip(':')
                || cursor.hexDigits().isEmpty()
                || !cursor.skipSpaces()
                || cursor.digits().isEmpty()) {
            return Optional.empty();
        }
        String file = cursor.skipSpaces() ? cursor.word() : "";
        return Optional.of(new MappingLine(range.start, range.limit, permissions, offset, file, ""));
    }

    /** A blank and a word of these characters that a blank ends; else empty, and the cursor stays. */
    private static String word(Cursor cursor, String characters) {
        int start = cursor.position();
        if (cursor.skipSpaces()) {
            String word = cursor.word();
            if (!word.isEmpty() && !cursor.isAtEnd() && word.chars().allMatch(c -> characters.indexOf(c) >= 0)) {
                return word;
            }
        }
        cursor.moveTo(start);
        return "";
    }

    private static String hexWord(Cursor cursor) {
        int start = cursor.position();
        if (cursor.skipSpaces()) {
            String word = cursor.hexDigits();
            if (!word.isEmpty() && Characters.isBlank(cursor.peek())) {
                return word;
            }
        }
        cursor.moveTo(start);
        return "";
    }

    /** Permissions, a path, an offset and a build id, each if it is there. */
    private static MappingLine brief(String line, Range range) {
        Cursor cursor = new Cursor(line, range.end);
        cursor.skip(':');
        String permissions = permissions(cursor);
        String file = cursor.skipSpaces() ? cursor.word() : "";
        String offset = offset(cursor);
        String buildId = cursor.skipSpaces() ? cursor.hexDigits() : "";
        return new MappingLine(range.start, range.limit, permissions, offset, file, buildId);
    }

    private static String permissions(Cursor cursor) {
        int start = cursor.position();
        if (cursor.skipSpaces()) {
            StringBuilder found = new StringBuilder();
            while ("-rwxp".indexOf(cursor.peek()) >= 0) {
                found.append(cursor.peek());
                cursor.skip(cursor.peek());
            }
            if (!found.isEmpty()) {
                return found.toString();
            }
        }
        cursor.moveTo(start);
        return "";
    }

    private static String offset(Cursor cursor) {
        int start = cursor.position();
        if (cursor.skipSpaces() && cursor.skip("(@")) {
            String found = cursor.hexDigits();
            if (!found.isEmpty() && cursor.skip(')')) {
                return found;
            }
        }
        cursor.moveTo(start);
        return "";
    }

    /** The two addresses that a line starts with, the place after them, and whether something separates them. */
    private record Range(String start, String limit, int end, boolean isSeparated) {
        private static final Range NONE = new Range("", "", 0, false);

        static Range parse(String line) {
            Cursor cursor = new Cursor(line, 0);
            cursor.skipSpaces();
            String start = number(cursor);
            if (start.isEmpty()) {
                return NONE;
            }
            int afterStart = cursor.position();
            cursor.skip('-');
            cursor.skipSpaces();
            if (cursor.position() > afterStart) {
                String limit = number(cursor);
                if (!limit.isEmpty()) {
                    return new Range(start, limit, cursor.position(), true);
                }
            }
            return parseJoined(line);
        }

        /** Without a separator, the second number is the last digit of the first, or what follows its {@code 0x}. */
        static Range parseJoined(String line) {
            Cursor cursor = new Cursor(line, 0);
            cursor.skipSpaces();
            String digits = number(cursor);
            if (digits.length() < 2) {
                return NONE;
            }
            String start = digits.substring(0, digits.length() - 1);
            cursor.moveTo(cursor.position() - 1);
            return new Range(start, number(cursor), cursor.position(), false);
        }

        /** Hexadecimal digits, with or without {@code 0x}. */
        private static String number(Cursor cursor) {
            int start = cursor.position();
            if (cursor.skip("0x")) {
                String digits = cursor.hexDigits();
                if (!digits.isEmpty()) {
                    return digits;
                }
                cursor.moveTo(start);
            }
            return cursor.hexDigits();
        }
    }
}
