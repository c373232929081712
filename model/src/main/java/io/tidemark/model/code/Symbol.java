package io.tidemark.model.code;

import java.util.List;

/**
 * A symbol of a binary.
 *
 * @param names its names, one at least
 * @param start its address in the binary, unsigned
 * @param end the last address before the next symbol, unsigned
 */
public record Symbol(List<String> names, long start, long end) {
    public Symbol {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("symbol without a name");
        }
    }

    /** The first name. */
    public String name() {
        return names.get(0);
    }
}
