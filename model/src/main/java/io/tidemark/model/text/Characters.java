package io.tidemark.model.text;

/** Kinds of characters, as Go's regular expressions and its {@code strings} package tell them apart. */
public final class Characters {
    private Characters() {}

    /** A decimal digit of ASCII. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A hexadecimal digit of either case. */
    public static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** A letter or digit of ASCII, or the underscore. */
    public static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** What {@code \s} matches in Go: blank, tab, form feed and line ends, and not the vertical tab. */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    /** What Go's {@code unicode.IsSpace} accepts. */
    public static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    /** A text without spaces of any kind at its ends, as Go's {@code strings.TrimSpace} leaves it. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
