package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the samples of a profile cost by address. A stack that passes an address twice counts twice.
 *
 * <p>Locations without an address get one behind everything that is mapped, so that they can be told apart.
 */
final class AddressCosts {
    private final Profile profile;
    private final long[] flat; // by location
    private final long[] cum;
    private final long[] addresses;
    private final int[] seen; // the locations in the order in which stacks have them, from the root
    private int seenCount;
    private final Map<Long, long[]> byAddress = new HashMap<>(); // flat and cumulative

    AddressCosts(Profile profile, SampleValue value) {
        this.profile = profile;
        int size = profile.locations().size();
        this.flat = new long[size];
        this.cum = new long[size];
        this.addresses = new long[size];
        this.seen = new int[size];
        count(value);
        assignAddresses();
        for (int i = 0; i < seenCount; i++) {
            long[] sums = byAddress.computeIfAbsent(addresses[seen[i]], address -> new long[2]);
            sums[0] += flat[seen[i]];
            sums[1] += cum[seen[i]];
        }
    }

    private void count(SampleValue value) {
        boolean[] isSeen = new boolean[flat.length];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                long divisor = value.divisorOf(block, s);
                long v = divisor == 0 ? value.of(block, s) : value.of(block, s) / divisor;
                int leaf = block.stackStart(s);
                for (int k = block.stackEnd(s) - 1; k >= leaf; k--) {
                    int location = block.location(k);
                    cum[location] += v;
                    if (!isSeen[location]) {
                        isSeen[location] = true;
                        seen[seenCount++] = location;
                    }
                }
                if (leaf < block.stackEnd(s)) {
                    flat[block.location(leaf)] += v;
                }
            }
        }
    }

    private void assignAddresses() {
        Locations locations = profile.locations();
        long next = 1;
        for (Mapping mapping : profile.mappings()) {
            next = Long.compareUnsigned(next, mapping.limit()) < 0 ? mapping.limit() : next;
        }
        for (int i = 0; i < seenCount; i++) {
            long address = locations.address(seen[i]);
            addresses[seen[i]] = address == 0 ? next++ : address;
        }
    }

    /** The locations that any stack has. */
    int[] seen() {
        return Arrays.copyOf(seen, seenCount);
    }

    /** The address of a location that was seen, its own or one that was made up for it. */
    long address(int location) {
        return addresses[location];
    }

    long flat(long address) {
        return byAddress.getOrDefault(address, NOTHING)[0];
    }

    long cum(long address) {
        return byAddress.getOrDefault(address, NOTHING)[1];
    }

    private static final long[] NOTHING = new long[2];
}
