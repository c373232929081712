package io.tidemark.model.legacy;

import io.tidemark.model.text.Characters;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sample of a heap profile: {@code 1: 368640 [4: 1474560] @ 0x40fa6e 0x411339}. A number that is empty has more than 64
 * bits.
 *
 * @param objects how many are in use; fewer than none in the difference of two profiles
 * @param bytes what they take
 * @param allocatedObjects how many there ever were
 * @param allocatedBytes what they took
 * @param stack the addresses, from the allocation to the root
 */
record HeapLine(
        OptionalLong objects,
        OptionalLong bytes,
        OptionalLong allocatedObjects,
        OptionalLong allocatedBytes,
        String stack) {

    /** The first sample in a line; anything may stand before it. */
    static Optional<HeapLine> parse(String line) {
        for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > 0 && Characters.isDigit(line.charAt(start - 1))) {
                start--;
            }
            if (start < colon) {
                Optional<HeapLine> found = parse(line, start > 0 && line.charAt(start - 1) == '-' ? start - 1 : start);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<HeapLine> parse(String line, int start) {
        Cursor cursor = new Cursor(line, start);
        String objects = signed(cursor);
        boolean ok = cursor.skip(':');
        cursor.skipAll(' ');
        String bytes = signed(cursor);
        cursor.skipAll(' ');
        ok &= cursor.skip('[');
        cursor.skipAll(' ');
        String allObjects = cursor.digits();
        ok &= cursor.skip(':');
        cursor.skipAll(' ');
        String allBytes = cursor.digits();
        cursor.skipAll(' ');
        ok &= cursor.skip("] @");
        if (!ok || bytes.isEmpty() || bytes.equals("-") || allObjects.isEmpty() || allBytes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HeapLine(
                Numbers.decimal(objects),
                Numbers.decimal(bytes),
                Numbers.decimal(allObjects),
                Numbers.decimal(allBytes),
                Stacks.addresses(line, cursor.position())));
    }

    private static String signed(Cursor cursor) {
        return (cursor.skip('-') ? "-" : "") + cursor.digits();
    }
}
