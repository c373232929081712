package io.tidemark.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** Splits lines at white space, which is what Go takes for it. */
final class Words {
    private Words() {}

    /** The words of a line. */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            int start = i;
            while (i < line.length() && !isSpace(line.charAt(i))) {
                i++;
            }
            if (i > start) {
                words.add(line.substring(start, i));
            }
            i++;
        }
        return words;
    }

    /** A text without the space around it. */
    static String trim(String text) {
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

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == 0x85 || c == 0xA0 || c == 0x2007 || c == 0x202F;
    }
}
