package io.tidemark.analysis.signature;

/**
 * A function, or functions.
 *
 * <p>The text is the name as {@link GoName} has it. A {@code *} is any text, but for the one after a parenthesis, which is
 * Go's sign for a pointer: {@code io.(*pipe).*} has one of each.
 */
final class FramePattern {
    private final String text;
    private final String[] parts; // what stands between the wildcards; one when there is none

    private FramePattern(String text, String[] parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Functions with such a name. */
    static FramePattern of(String name) {
        return text(GoName.normalize(name));
    }

    /** Texts that are no names of functions, such as paths. */
    static FramePattern text(String text) {
        return new FramePattern(text, text.replace("(*", "(\0").split("\\*", -1));
    }

    /** Whether a name fits. */
    boolean matches(String name) {
        return parts.length == 1 ? name.equals(text) : matchesParts(name);
    }

    private boolean matchesParts(String name) {
        int last = parts.length - 1;
        int end = name.length() - parts[last].length();
        if (end < parts[0].length() || !isAt(name, 0, parts[0]) || !isAt(name, end, parts[last])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < last; i++) {
            at = indexOf(name, parts[i], at, end);
            if (at < 0) {
                return false;
            }
            at += parts[i].length();
        }
        return true;
    }

    private static int indexOf(String name, String part, int from, int end) {
        for (int i = from; i + part.length() <= end; i++) {
            if (isAt(name, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(String name, int at, String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (name.charAt(at + i) != (c == '\0' ? '*' : c)) {
                return false;
            }
        }
        return true;
    }

    /** How much it says when it fits: a library more than Go itself, which everybody uses. */
    double weight() {
        if (text.equals("*")) {
            return 0;
        }
        double weight = parts.length == 1 ? 4 : 3;
        return GoName.isStandard(text) ? weight / 2 : weight;
    }

    @Override
    public String toString() {
        return text;
    }
}
