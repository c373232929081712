package io.tidemark.model.legacy;

import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.util.OptionalLong;

/** The stacks in the lines of a profile: {@code 0x40fa6e 0x411339}, with anything between the addresses. */
final class Stacks {
    private Stacks() {}

    /**
     * Adds the return addresses in a text to the sample that is being collected, each less 1, so that it lies in the call.
     *
     * @param text lower-case hexadecimal numbers with {@code 0x}; everything else is skipped
     */
    static void addReturns(String text, LineReader lines, AddressSamples samples) throws MalformedProfileException {
        add(text, true, 1, lines, samples);
    }

    /** Adds addresses of which the leaf is where the program was, and the others are return addresses. */
    static void addLeafAndReturns(String text, LineReader lines, AddressSamples samples)
            throws MalformedProfileException {
        add(text, false, 1, lines, samples);
    }

    /** Adds numbers that only stand for locations. */
    static void addNumbers(String text, LineReader lines, AddressSamples samples) throws MalformedProfileException {
        add(text, true, 0, lines, samples);
    }

    private static void add(String text, boolean leafToo, int back, LineReader lines, AddressSamples samples)
            throws MalformedProfileException {
        int at = text.indexOf("0x");
        while (at >= 0) {
            int end = at + 2;
            while (end < text.length() && isLowerHex(text.charAt(end))) {
                end++;
            }
            if (end > at + 2) {
                OptionalLong address = Numbers.hex(text.substring(at + 2, end));
                if (address.isEmpty()) {
                    throw lines.malformed("address of more than 64 bits");
                }
                samples.frame(address.getAsLong() - (leafToo || samples.depth() > 0 ? back : 0));
            }
            at = text.indexOf("0x", end);
        }
    }

    /** The longest part of a line from {@code from} that is made of addresses, as samples have them after the at sign. */
    static String addresses(String line, int from) {
        int end = from;
        while (end < line.length()
                && (line.charAt(end) == ' ' || line.charAt(end) == 'x' || isLowerHex(line.charAt(end)))) {
            end++;
        }
        return line.substring(from, end);
    }

    private static boolean isLowerHex(char c) {
        return Characters.isDigit(c) || (c >= 'a' && c <= 'f');
    }
}
