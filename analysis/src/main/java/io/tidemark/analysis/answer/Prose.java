package io.tidemark.analysis.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with code in it. The texts of signatures have two blanks before code, and two behind it unless the code ends with the
 * clause: {@code Write  defer rows.Close(), and check  rows.Err()  after the loop}.
 */
final class Prose {
    private static final String AROUND = "  ";

    private Prose() {}

    /** A part of a text. */
    record Piece(String text, boolean isCode) {}

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int start = text.indexOf(AROUND); start >= 0; start = text.indexOf(AROUND, at)) {
            int from = start + AROUND.length();
            int to = end(text, from);
            if (to == from) {
                break;
            }
            pieces.add(new Piece(text.substring(at, start) + " ", false));
            pieces.add(new Piece(text.substring(from, to), true));
            boolean isClosed = text.startsWith(AROUND, to);
            at = isClosed ? to + 1 : to;
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }

    /** Where code ends: at two blanks, or with the clause when no bracket is open. */
    private static int end(String text, int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith(AROUND, i)) {
                return i;
            }
            open += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
            boolean isLast = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            if (open == 0 && isLast && (c == ',' || c == ';' || c == '.')) {
                return i;
            }
        }
        return text.length();
    }
}
