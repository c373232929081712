package io.tidemark.model.text;

/**
 * A place in a line that moves forward over what it recognises. Each method moves only when it finds what it is for, so a
 * line is taken apart by asking for one thing after the other.
 *
 * <pre>{@code
 * Cursor cursor = new Cursor("  12: 4096 [", 0);
 * cursor.skipAll(' ');
 * String count = cursor.digits();   // "12"
 * cursor.skip(':');                 // true
 * }</pre>
 */
public final class Cursor {
    private final String text;
    private int position;

    /** A place in {@code text}, at {@code position}. */
    public Cursor(String text, int position) {
        this.text = text;
        this.position = position;
    }

    public int position() {
        return position;
    }

    /** Moves to a position. */
    public void moveTo(int newPosition) {
        position = newPosition;
    }

    public boolean isAtEnd() {
        return position >= text.length();
    }

    /** The character here, or NUL at the end. */
    public char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    /** Moves over one character; false when it is another. */
    public boolean skip(char wanted) {
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    /** Moves over a text; false when it is not here. */
    public boolean skip(String wanted) {
        if (text.startsWith(wanted, position)) {
            position += wanted.length();
            return true;
        }
        return false;
    }

    /** Moves over a character as often as it is here, and says how often that was. */
    public int skipAll(char wanted) {
        int start = position;
        while (skip(wanted)) {
            // each moves one on
        }
        return position - start;
    }

    /** Moves over blanks, tabs and the like, and says whether there were any. */
    public boolean skipSpaces() {
        int start = position;
        while (position < text.length() && Characters.isBlank(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    /** The decimal digits from here; empty when there are none. */
    public String digits() {
        int start = position;
        while (position < text.length() && Characters.isDigit(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** The hexadecimal digits of either case from here; empty when there are none. */
    public String hexDigits() {
        int start = position;
        while (position < text.length() && Characters.isHexDigit(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Everything up to the next blank or the end; empty when a blank is here. */
    public String word() {
        int start = position;
        while (position < text.length() && !Characters.isBlank(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Everything from here. */
    public String rest() {
        return text.substring(position);
    }
}
