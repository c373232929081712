package io.tidemark.model.pasted;

import io.tidemark.model.profile.Hash;
import io.tidemark.model.text.Numbers;
import java.util.OptionalLong;

/**
 * A frame as reports print it, taken apart as far as that is clear.
 *
 * <pre>
 * main.encode
 * main.encode /src/encode.go:12
 * main.encode /src/encode.go:12:7 (inline)
 * 00000000004f2a10 main.encode /src/encode.go:12
 * operator new(unsigned long)
 * </pre>
 *
 * @param address or 0
 * @param function the name; empty when only an address was printed
 * @param file the source file, or empty; only its last part if it has blanks in it
 * @param line its line, or 0
 * @param column of the line, or 0
 */
record Frame(long address, String function, String file, long line, long column) {
    private static final String INLINE = " (inline)";
    private static final String PARTLY_INLINE = " (partial-inline)";

    @Override
    public int hashCode() {
        long hash = Hash.add(Hash.add(Hash.start(5), function), file);
        return Hash.end(Hash.add(Hash.add(Hash.add(hash, address), line), column));
    }

    /** Whether a frame is marked as inlined into the next one. */
    static boolean isInline(String text) {
        return text.endsWith(INLINE);
    }

    static Frame parse(String text) {
        String rest = text.strip();
        rest = withoutEnd(withoutEnd(rest, INLINE), PARTLY_INLINE);
        OptionalLong address = address(rest);
        if (address.isPresent()) {
            rest = rest.substring(16).strip();
        }
        int blank = rest.lastIndexOf(' ');
        Place place = Place.parse(rest.substring(blank + 1));
        if (place.file.isEmpty()) {
            return new Frame(address.orElse(0), rest, "", 0, 0);
        }
        String function = blank < 0 ? "" : rest.substring(0, blank);
        return new Frame(address.orElse(0), function, place.file, place.line, place.column);
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** The sixteen digits at the start of a text, with a blank or nothing after them. */
    private static OptionalLong address(String text) {
        boolean fits = text.length() == 16 || (text.length() > 16 && text.charAt(16) == ' ');
        return fits ? Numbers.hex(text.substring(0, 16)) : OptionalLong.empty();
    }

    /** {@code /src/encode.go:12:7}; the file is empty where a text is something else. */
    private record Place(String file, long line, long column) {
        private static final Place NONE = new Place("", 0, 0);

        static Place parse(String text) {
            int last = text.lastIndexOf(':');
            OptionalLong number = last > 0 ? Numbers.decimal(text.substring(last + 1)) : OptionalLong.empty();
            if (number.isEmpty() || number.getAsLong() < 0) {
                return NONE;
            }
            int before = text.lastIndexOf(':', last - 1);
            OptionalLong line = before > 0 ? Numbers.decimal(text.substring(before + 1, last)) : OptionalLong.empty();
            if (line.isPresent()) {
                return new Place(text.substring(0, before), line.getAsLong(), number.getAsLong());
            }
            return new Place(text.substring(0, last), number.getAsLong(), 0);
        }
    }
}
