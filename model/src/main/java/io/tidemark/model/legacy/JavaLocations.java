package io.tidemark.model.legacy;

import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads what the numbers in the stacks of an old Java profile stand for.
 *
 * <pre>
 *  0x0000003 com.example.Queue.take (Queue.java:31)
 *  0x0000004 libjvm_symbol (/usr/lib/libjvm.so)         the directories are of no interest
 *  0x0000005 generated stub/JIT
 *  0x0000006 GC
 * </pre>
 *
 * <p>A method that has several files keeps the first.
 */
final class JavaLocations {
    private final AddressTable used;
    private final Map<String, String> files = new HashMap<>(); // of functions
    private final Symbols symbols = Symbols.insteadOfAddresses();

    private JavaLocations(AddressTable used) {
        this.used = used;
    }

    /** Reads from the current line to the end; lines that are no location are skipped. */
    static Symbols read(LineReader lines, AddressSamples samples) throws IOException {
        JavaLocations locations = new JavaLocations(samples.addresses());
        do {
            locations.add(Characters.trim(lines.line()), lines);
        } while (lines.next());
        return locations.symbols;
    }

    private void add(String line, LineReader lines) throws MalformedProfileException {
        Cursor cursor = new Cursor(line, 0);
        if (!cursor.skip("0x")) {
            return;
        }
        String number = cursor.hexDigits();
        if (number.isEmpty() || !cursor.skipSpaces()) {
            return;
        }
        OptionalLong address = Numbers.hex(number);
        if (address.isEmpty()) {
            throw lines.malformed("location with a number of more than 64 bits");
        }
        if (used.find(address.getAsLong()) >= 0) {
            SourceLine place = place(cursor.rest());
            String file = files.computeIfAbsent(place.function(), unused -> place.file());
            symbols.put(address.getAsLong(), new SourceLine(place.function(), file, place.line()));
        }
    }

    private static SourceLine place(String text) {
        if (text.endsWith(")")) {
            int close = text.length() - 1;
            int colon = text.lastIndexOf(':');
            if (isNumber(text, colon + 1, close)) {
                int open = openBefore(text, colon - 2);
                if (open > 0) {
                    long line =
                            Numbers.decimal(text.substring(colon + 1, close)).orElse(0);
                    return new SourceLine(
                            text.substring(0, open - 1), text.substring(open + 1, colon), Math.max(0, line));
                }
            }
            int open = openBefore(text, close - 1);
            if (open > 0) {
                return new SourceLine(text.substring(0, open - 1), base(text.substring(open + 1, close)), 0);
            }
        }
        return new SourceLine(text.contains("generated stub/JIT") ? "STUB" : text, "", 0);
    }

    private static boolean isNumber(String text, int start, int end) {
        int digits = start > 0 && start < end && text.charAt(start) == '-' ? start + 1 : start;
        return start > 0 && digits < end && text.substring(digits, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The last opening parenthesis with a blank before it, at {@code from} or before; or -1. */
    private static int openBefore(String text, int from) {
        int open = text.lastIndexOf('(', from);
        while (open > 0 && !Characters.isBlank(text.charAt(open - 1))) {
            open = text.lastIndexOf('(', open - 1);
        }
        return open;
    }

    /** The last part of a path. */
    private static String base(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        if (end == 0) {
            return path.isEmpty() ? "." : "/";
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
