package io.tidemark.model.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every distinct text of a profile, by index; index 0 is the empty text.
 *
 * <p>The table holds UTF-8 in one array and makes a {@link String} when somebody asks for it: of the tens of thousands of
 * names in a profile a report prints twenty. Two equal texts have the same index, so names compare as ints.
 */
public final class StringTable {
    private final ByteTable table;
    private final int size;
    private final @Nullable String[] decoded;

    private StringTable(ByteTable table) {
        this.table = table;
        this.size = table.size();
        this.decoded = new String[size];
    }

    public int size() {
        return size;
    }

    /** The text at an index, of 0 to {@link #size} - 1. */
    public String get(int index) {
        String text = decoded[index];
        if (text == null) {
            int start = table.start(index);
            text = Utf8.decode(table.bytes(), start, table.end(index) - start);
            decoded[index] = text; // a race makes an equal String twice, no more
        }
        return text;
    }

    /**
     * Whether a text has one of some ASCII characters, without making a String.
     *
     * @param wanted true at the code of each wanted character; 128 long
     */
    public boolean hasAny(int index, boolean[] wanted) {
        byte[] bytes = table.bytes();
        for (int i = table.start(index), end = table.end(index); i < end; i++) {
            if (bytes[i] >= 0 && wanted[bytes[i]]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text starts with some ASCII characters, without making a String. */
    public boolean startsWith(int index, String prefix) {
        int start = table.start(index);
        if (table.end(index) - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (table.bytes()[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Compares two texts as their bytes compare, without making Strings. */
    public int compare(int a, int b) {
        byte[] bytes = table.bytes();
        return a == b
                ? 0
                : Arrays.compareUnsigned(bytes, table.start(a), table.end(a), bytes, table.start(b), table.end(b));
    }

    /** A builder that holds all of this table's texts at the same indices. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        internInto(builder);
        return builder;
    }

    /** For each index of this table the index of the same text in {@code target}, which gets what it lacks. */
    public int[] internInto(Builder target) {
        int[] indices = new int[size];
        for (int i = 1; i < size; i++) {
            int start = table.start(i);
            indices[i] = target.intern(table.bytes(), start, table.end(i) - start);
        }
        return indices;
    }

    /** Collects texts and gives each distinct one an index. */
    public static final class Builder {
        private final ByteTable table = new ByteTable();

        /** The index of a text. */
        public int intern(String text) {
            byte[] utf8 = Utf8.encode(text);
            return table.intern(utf8, 0, utf8.length);
        }

        /** The index of the text in {@code length} bytes from {@code offset}. */
        public int intern(byte[] source, int offset, int length) {
            return table.intern(source, offset, length);
        }

        /** The table of all texts so far. */
        public StringTable build() {
            return new StringTable(table);
        }
    }
}
