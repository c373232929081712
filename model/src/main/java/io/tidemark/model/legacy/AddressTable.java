package io.tidemark.model.legacy;

import io.tidemark.model.profile.Hash;
import java.util.Arrays;

/** Distinct addresses, each with an index in the order of arrival. */
final class AddressTable {
    private long[] addresses = new long[64];
    private int size;
    private int[] slots = new int[256]; // hash table of indices plus 1, 0 is free

    int size() {
        return size;
    }

    long get(int index) {
        return addresses[index];
    }

    /** The index of an address, which is added when it is new. */
    int intern(long address) {
        int slot = slot(address);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size * 2);
            rehash();
            slot = slot(address);
        }
        addresses[size] = address;
        slots[slot] = ++size;
        return size - 1;
    }

    /** The index of an address, or -1. */
    int find(long address) {
        return slots[slot(address)] - 1;
    }

    private int slot(long address) {
        int mask = slots.length - 1;
        int slot = Hash.of(address) & mask;
        while (slots[slot] != 0 && addresses[slots[slot] - 1] != address) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(addresses[i])] = i + 1;
        }
    }
}
