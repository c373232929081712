package io.tidemark.model.text;

import java.util.OptionalLong;

/** Whole numbers in text; what does not fit into 64 bits is no number. */
public final class Numbers {
    private Numbers() {}

    /** A signed decimal number. */
    public static OptionalLong decimal(String text) {
        return parse(text, 0, 10);
    }

    /** A signed number as Go's source has it: {@code 0x1f} is hexadecimal, {@code 017} octal, everything else decimal. */
    public static OptionalLong literal(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
            return parse(text.substring(0, start) + text.substring(start + 2), start, 16);
        }
        return parse(text, start, text.length() > start + 1 && text.charAt(start) == '0' ? 8 : 10);
    }

    private static OptionalLong parse(String text, int start, int radix) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isHexDigit(c) && !(i == 0 && (c == '-' || c == '+'))) {
                return OptionalLong.empty(); // a digit of another script, or a second sign
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text, radix));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** An unsigned hexadecimal number without prefix. */
    public static OptionalLong hex(String text) {
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        for (int i = start; i < text.length(); i++) {
            if (!Characters.isHexDigit(text.charAt(i))) {
                return OptionalLong.empty();
            }
        }
        return text.isEmpty() || text.length() - start > 16
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseUnsignedLong(text, start, text.length(), 16));
    }
}
