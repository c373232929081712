package io.tidemark.analysis.listing;

import java.util.OptionalLong;

/** The address that a user asks for in place of a name, such as {@code 0x401000} or {@code 4198400}. */
final class SymbolAddress {
    private SymbolAddress() {}

    /** The address, unsigned; nothing when the text is none. Go's prefixes tell the base: 0x, 0o, 0b, and 0 for octal. */
    static OptionalLong parse(String text) {
        int radix = 10;
        int prefix = 0;
        if (text.length() > 1 && text.charAt(0) == '0') {
            char base = text.charAt(1);
            radix = base == 'x' || base == 'X' ? 16 : base == 'b' || base == 'B' ? 2 : 8;
            prefix = base >= '0' && base <= '9' ? 1 : 2;
            if (prefix == 2 && radix == 8 && base != 'o' && base != 'O') {
                return OptionalLong.empty();
            }
        }
        String digits = text.substring(prefix);
        boolean isPlain = !digits.isEmpty() && Character.digit(digits.charAt(0), radix) >= 0;
        try {
            return isPlain ? OptionalLong.of(Long.parseUnsignedLong(digits, radix)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
