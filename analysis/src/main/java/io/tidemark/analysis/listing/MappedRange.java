package io.tidemark.analysis.listing;

import io.tidemark.model.profile.Mapping;

/** Addresses from one to another, unsigned; the end is not part of it. */
record MappedRange(long start, long end) {

    /** The addresses of a mapping. One without a size is made up, and stands for all. */
    static MappedRange of(Mapping mapping) {
        boolean isEverything = mapping.start() == 0 && mapping.limit() == 0;
        return new MappedRange(mapping.start(), isEverything ? -1 : mapping.limit());
    }

    boolean has(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /** An address and its surroundings, as far as they are in the range. */
    MappedRange around(long first, long last, long distance) {
        long before = Long.compareUnsigned(first - start, distance) >= 0 ? first - distance : start;
        long after = Long.compareUnsigned(end - last, distance) >= 0 ? last + distance : end;
        return new MappedRange(before, after);
    }
}
