package io.tidemark.model.legacy;

import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first line of a heap profile.
 *
 * <pre>
 * heap profile: 90: 774152 [12179: 2723074504] @ heap/131072        Go; the rate is doubled
 * heap profile:   144:  8498176 [   144:  8498176] @ heapz_v2/524288   gperftools, sampled
 * heap profile:  1:  2 [  1:  2] @ heapprofile                      gperftools, everything
 * heap profile:  1:  2 [  1:  2] @ growthz                          what the heap grew by
 * heap profile:  1:  2 [  1:  2] @ fragmentationz
 * </pre>
 *
 * @param isSampled whether the numbers are those of a sample of all allocations
 * @param period the mean number of bytes between two samples
 * @param hasAllocations whether the profile counts what was freed too: the numbers in brackets differ from those before
 *     them, and are not zero
 */
record HeapHeader(boolean isSampled, long period, boolean hasAllocations) {
    private static final String START = "heap profile:";

    static Optional<HeapHeader> parse(String line) {
        for (int at = line.indexOf(START); at >= 0; at = line.indexOf(START, at + 1)) {
            Optional<HeapHeader> header = parse(new Cursor(line, at + START.length()));
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    private static Optional<HeapHeader> parse(Cursor cursor) {
        cursor.skipAll(' ');
        String objects = cursor.digits();
        boolean ok = cursor.skip(':');
        cursor.skipAll(' ');
        String bytes = cursor.digits();
        cursor.skipAll(' ');
        ok &= cursor.skip('[');
        cursor.skipAll(' ');
        String allObjects = cursor.digits();
        ok &= cursor.skip(':');
        cursor.skipAll(' ');
        String allBytes = cursor.digits();
        cursor.skipAll(' ');
        ok &= cursor.skip(']');
        if (!ok || objects.isEmpty() || bytes.isEmpty() || allObjects.isEmpty() || allBytes.isEmpty()) {
            return Optional.empty();
        }
        boolean hasAllocations = (!allObjects.equals(objects) && !allObjects.equals("0"))
                || (!allBytes.equals(bytes) && !allBytes.equals("0"));
        return kind(cursor, hasAllocations);
    }

    private static Optional<HeapHeader> kind(Cursor cursor, boolean hasAllocations) {
        int afterBracket = cursor.position();
        cursor.skipAll(' ');
        if (!cursor.skip('@')) {
            return Optional.empty();
        }
        cursor.skipAll(' ');
        if (cursor.peek() != 'h') {
            cursor.moveTo(afterBracket);
            boolean other = cursor.skip(" @ growth") || cursor.skip(" @ fragmentation");
            return other ? Optional.of(new HeapHeader(false, 1, false)) : Optional.empty();
        }
        String name = name(cursor);
        cursor.skip('/');
        String rate = cursor.digits();
        OptionalLong period = rate.isEmpty() ? OptionalLong.of(0) : Numbers.decimal(rate);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        return switch (name) {
            case "heapz_v2", "heap_v2" -> Optional.of(new HeapHeader(true, period.getAsLong(), hasAllocations));
            case "heapprofile" -> Optional.of(new HeapHeader(false, 1, hasAllocations));
            case "heap" -> Optional.of(new HeapHeader(true, period.getAsLong() / 2, hasAllocations));
            default -> Optional.empty();
        };
    }

    private static String name(Cursor cursor) {
        StringBuilder name = new StringBuilder();
        char c = cursor.peek();
        while ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
            name.append(c);
            cursor.skip(c);
            c = cursor.peek();
        }
        return name.toString();
    }
}
