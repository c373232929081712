package io.tidemark.analysis.view;

/**
 * Numbers and truth values as Go's {@code strconv} and {@code flag} read them, since that is how people write flags for
 * pprof.
 *
 * @see <a href="https://pkg.go.dev/strconv">strconv</a>
 */
public final class GoLiteral {
    private GoLiteral() {}

    /** Whether a text is one of Go's words for true: 1, t, T, TRUE, true, True. */
    public static boolean isTrue(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            default -> false;
        };
    }

    /** Whether a text is one of Go's words for false: 0, f, F, FALSE, false, False. */
    public static boolean isFalse(String text) {
        return switch (text) {
            case "0", "f", "F", "FALSE", "false", "False" -> true;
            default -> false;
        };
    }

    /**
     * A decimal number of 64 bits, as {@code Atoi} reads it.
     *
     * @throws NumberFormatException when it is none
     */
    public static long decimal(String text) {
        return signed(text, sign(text), 10);
    }

    /**
     * A number of 64 bits in the base that its prefix says, as the flags of Go read it: {@code 0x1F}, {@code 0b101},
     * {@code 0o17}, {@code 017}, {@code 1_000}.
     *
     * @throws NumberFormatException when it is none
     */
    public static long integer(String text) {
        int start = sign(text);
        String digits = text.substring(start);
        int base = 10;
        int prefix = 0;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            prefix = 2;
            switch (digits.charAt(1)) {
                case 'x', 'X' -> base = 16;
                case 'o', 'O' -> base = 8;
                case 'b', 'B' -> base = 2;
                default -> {
                    base = 8;
                    prefix = 1;
                }
            }
        }
        return signed(
                text.substring(0, start) + withoutUnderscores(digits, prefix).substring(prefix), start, base);
    }

    /** Underscores may stand between digits, and between the prefix and the first digit. */
    private static String withoutUnderscores(String digits, int prefix) {
        if (digits.indexOf('_') < 0) {
            return digits;
        }
        StringBuilder kept = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c != '_') {
                kept.append(c);
            } else if ((i == 0 && prefix == 0) || i + 1 == digits.length() || digits.charAt(i + 1) == '_') {
                throw new NumberFormatException(digits);
            }
        }
        return kept.toString();
    }

    private static int sign(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    private static long signed(String text, int start, int base) {
        if (start == text.length()) {
            throw new NumberFormatException(text);
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), base) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Long.parseLong(text, base);
    }

    /**
     * A decimal or hexadecimal number with a point or an exponent or neither, or an infinity, or NaN.
     *
     * @throws NumberFormatException when it is none, or too large
     */
    public static double real(String text) {
        int start = sign(text);
        String word = toLowerCase(text.substring(start));
        if (word.equals("inf") || word.equals("infinity")) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (word.equals("nan") && start == 0) {
            return Double.NaN;
        }
        boolean hexadecimal = word.startsWith("0x");
        for (int i = 0; i < word.length(); i++) {
            if ((hexadecimal ? "0123456789abcdefxp.+-" : "0123456789e.+-").indexOf(word.charAt(i)) < 0) {
                throw new NumberFormatException(text); // Java would also take 1d, and spaces around it
            }
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /** Lower case of the letters of ASCII, in every locale. */
    static String toLowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }
}
