package io.tidemark.model.text;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Texts in double quotes as Go writes them: {@code "a\tb \u2026 \xff"}. */
public final class Quoted {
    private Quoted() {}

    /** The text in the quotes that the cursor stands at; empty when there is none, and the cursor is anywhere then. */
    public static Optional<String> read(Cursor cursor) {
        if (!cursor.skip('"')) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        while (!cursor.isAtEnd()) {
            char c = cursor.peek();
            cursor.skip(c);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            if (c != '\\') {
                text.append(c);
            } else if (!escape(cursor, text)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The labels in a text such as {@code {"endpoint":"/orders", "tenant":"7"}}, with or without blanks.
     *
     * @return empty when the text at the cursor is not of this form, or has more labels than the limit
     */
    public static Optional<LabelSet> readLabels(Cursor cursor, Limits limits) {
        LabelSet.Builder labels = new LabelSet.Builder();
        if (!cursor.skip('{')) {
            return Optional.empty();
        }
        for (int count = 0; count <= limits.maxLabels(); count++) {
            cursor.skipSpaces();
            if (cursor.skip('}')) {
                return Optional.of(labels.build());
            }
            Optional<String> key = read(cursor);
            cursor.skip(':');
            cursor.skipSpaces();
            Optional<String> value = key.isEmpty() ? key : read(cursor);
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            labels.text(key.get(), value.get());
            cursor.skip(',');
        }
        return Optional.empty();
    }

    /** Reads what follows a backslash. */
    private static boolean escape(Cursor cursor, StringBuilder text) {
        char kind = cursor.peek();
        cursor.skip(kind);
        switch (kind) {
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case '\\', '"', '\'' -> text.append(kind);
            case 'x' -> {
                return bytes(cursor, text);
            }
            case 'u' -> {
                return codePoint(cursor, 4, text);
            }
            case 'U' -> {
                return codePoint(cursor, 8, text);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads bytes in a row, {@code \xe2\x80\xa6}, which may be a character together. */
    private static boolean bytes(Cursor cursor, StringBuilder text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        do {
            int value = hex(cursor, 2);
            if (value < 0) {
                return false;
            }
            bytes.write(value);
        } while (cursor.skip("\\x"));
        text.append(Utf8.decode(bytes.toByteArray()));
        return true;
    }

    private static boolean codePoint(Cursor cursor, int digits, StringBuilder text) {
        int value = hex(cursor, digits);
        if (!Character.isValidCodePoint(value)) {
            return false;
        }
        text.appendCodePoint(value);
        return true;
    }

    /** A number of so many digits, or -1. */
    private static int hex(Cursor cursor, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(cursor.peek(), 16);
            if (digit < 0 || value > 0xFFFFFF) {
                return -1;
            }
            value = value << 4 | digit;
            cursor.skip(cursor.peek());
        }
        return value;
    }
}
