package io.tidemark.model.legacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The source lines of addresses, as far as the input gives them. */
final class Symbols {
    private final Map<Long, List<SourceLine>> lines = new HashMap<>();
    private final boolean keepsAddresses;

    private Symbols(boolean keepsAddresses) {
        this.keepsAddresses = keepsAddresses;
    }

    /** Symbols beside addresses, which mean something by themselves. */
    static Symbols besideAddresses() {
        return new Symbols(true);
    }

    /** Symbols in place of addresses, which are only numbers that the input refers to them by. */
    static Symbols insteadOfAddresses() {
        return new Symbols(false);
    }

    boolean keepsAddresses() {
        return keepsAddresses;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Replaces what is known of an address. */
    void put(long address, SourceLine line) {
        lines.put(address, List.of(line));
    }

    /** Adds a line, of the function that called the last one of the address inline. */
    void add(long address, SourceLine line) {
        lines.computeIfAbsent(address, unused -> new ArrayList<>(1)).add(line);
    }

    /** The lines of an address, innermost first; empty when it is not known. */
    List<SourceLine> of(long address) {
        return lines.getOrDefault(address, List.of());
    }
}
