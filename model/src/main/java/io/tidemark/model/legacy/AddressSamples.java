package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples whose stacks are addresses, as they are read; {@link #build} makes a profile of them, once the memory map is
 * known, which in every format comes last.
 */
final class AddressSamples {
    private final Limits limits;
    private final AddressTable addresses = new AddressTable();
    private final IntList frames = new IntList(); // indices of addresses, leaf first, one stack after the other
    private final IntList ends = new IntList(); // of the stack of each sample
    private final IntList labels = new IntList(); // of each sample, an index of labelSets
    private final List<LabelSet> labelSets = new ArrayList<>();
    private final Map<LabelSet, Integer> labelIndices = new HashMap<>();
    private final int types;
    private long[] values = new long[64];
    private boolean hasDuplicateLeaves;

    /** For samples with so many values each. */
    AddressSamples(int types, Limits limits) {
        this.types = types;
        this.limits = limits;
    }

    int size() {
        return ends.size();
    }

    /** Adds a frame to the sample that is being collected, leaf first. */
    void frame(long address) throws MalformedProfileException {
        if (depth() == limits.maxFrames()) {
            throw new MalformedProfileException(
                    "stack of more than " + limits.maxFrames() + " frames (the limit; raise it with -max_frames)");
        }
        frames.add(addresses.intern(address));
    }

    /** The number of frames of the sample that is being collected. */
    int depth() {
        return frames.size() - start(size());
    }

    /** Ends the sample that is being collected. */
    void end(LabelSet labelSet, long... sampleValues) throws MalformedProfileException {
        if (types > IntList.LARGEST - size() * (long) types) {
            throw new MalformedProfileException("more than " + size() + " samples in one profile");
        }
        int at = size() * types;
        if (at + types > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(IntList.LARGEST, 2L * values.length));
        }
        System.arraycopy(sampleValues, 0, values, at, types);
        ends.add(frames.size());
        labels.add(labels(labelSet));
    }

    /** Forgets the frames of the sample that is being collected. */
    void discard() {
        frames.truncate(start(size()));
    }

    private int labels(LabelSet labelSet) {
        Integer known = labelIndices.putIfAbsent(labelSet, labelSets.size());
        if (known != null) {
            return known;
        }
        labelSets.add(labelSet);
        return labelSets.size() - 1;
    }

    /** Replaces the labels of the last sample. */
    void relabelLast(LabelSet labelSet) throws MalformedProfileException {
        labels.truncate(size() - 1);
        labels.add(labels(labelSet));
    }

    /** Counts one more in the first value of the last sample. */
    void repeatLast() {
        values[(size() - 1) * types]++;
    }

    /** The addresses of all stacks. */
    AddressTable addresses() {
        return addresses;
    }

    /** The address in a place of a stack, the leaf in place 0; only for stacks that are so deep. */
    long address(int sample, int place) {
        return addresses.get(frames.get(start(sample) + place));
    }

    int depth(int sample) {
        return ends.get(sample) - start(sample);
    }

    private int start(int sample) {
        return sample == 0 ? 0 : ends.get(sample - 1);
    }

    /** The samples in the same order, without the frame in place 1 where the table says so. */
    AddressSamples withoutSecondFrames(boolean[] drops) throws MalformedProfileException {
        AddressSamples copy = new AddressSamples(types, limits);
        for (int s = 0; s < size(); s++) {
            for (int place = 0; place < depth(s); place++) {
                if (place != 1 || !drops[s]) {
                    copy.frame(address(s, place));
                }
            }
            copy.end(labelSets.get(labels.get(s)), Arrays.copyOfRange(values, s * types, (s + 1) * types));
        }
        return copy;
    }

    /**
     * Says that the leaf of a stack may be there twice: as the place where a signal found the program, and as the return
     * address that is one byte further. The second is dropped.
     */
    void dropDuplicateLeaves() {
        hasDuplicateLeaves = true;
    }

    /**
     * The profile.
     *
     * @param header the header; its rules for frames are replaced by those that suit the sample types
     * @param map the executable mappings, in the order of the input
     * @param symbols what is known of the addresses
     */
    Profile build(Header header, List<Mapping> map, Symbols symbols) throws MalformedProfileException {
        ProfileBuilder builder = new ProfileBuilder(UninterestingFrames.addTo(header));
        int[] locations = locations(builder, new AddressSpace(map), symbols);
        for (int s = 0; s < size(); s++) {
            boolean dropsSecond = hasDuplicateLeaves && depth(s) > 1 && address(s, 0) == address(s, 1) + 1;
            for (int k = start(s); k < ends.get(s); k++) {
                if (k != start(s) + 1 || !dropsSecond) {
                    builder.frame(locations[frames.get(k)]);
                }
            }
            for (int type = 0; type < types; type++) {
                builder.value(values[s * types + type]);
            }
            builder.endSample(builder.labels(labelSets.get(labels.get(s))));
        }
        return builder.build();
    }

    /** Adds a location for each address in the order of the stacks; the index of each. */
    private int[] locations(ProfileBuilder builder, AddressSpace space, Symbols symbols) {
        int[] order = new int[addresses.size()];
        int[] mappings = new int[addresses.size()];
        Arrays.fill(mappings, -2); // not seen
        int count = 0;
        for (int k = 0; k < frames.size(); k++) {
            int index = frames.get(k);
            if (mappings[index] == -2) {
                boolean replaced = !symbols.keepsAddresses()
                        && !symbols.of(addresses.get(index)).isEmpty();
                mappings[index] = replaced ? -1 : space.mapping(addresses.get(index));
                order[count++] = index;
            }
        }
        for (Mapping mapping : space.mappings()) {
            builder.mapping(symbols.keepsAddresses() && !symbols.isEmpty() ? symbolized(mapping) : mapping);
        }
        int[] locations = new int[addresses.size()];
        for (int i = 0; i < count; i++) {
            int index = order[i];
            long address = addresses.get(index);
            locations[index] = builder.location(i + 1L, mappings[index], symbols.keepsAddresses() ? address : 0, false);
            for (SourceLine line : symbols.of(address)) {
                builder.line(builder.function(line.function(), line.file()), line.line(), 0);
            }
        }
        return locations;
    }

    private static Mapping symbolized(Mapping mapping) {
        return mapping.withSymbols(new Mapping.Symbols(true, true, true, true));
    }
}
