package io.tidemark.model.profile;

import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.measurement.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges profiles one after the other, so that no two inputs must be in memory at once.
 *
 * <p>Samples with the same stack and the same labels become one, with the sums of their values; those that sum to zero are
 * left out, and with them the symbols that nothing refers to. Only the sample types that every profile has stay, in the
 * order of the first; units are brought to the finer one. Addresses are shifted to where the first profile had the
 * mapping, so that the same binary at another place is the same code.
 *
 * <p>Ids are given anew, in the order in which samples first refer to things. The result does not depend on anything but
 * the profiles and their order.
 */
public final class Merger {
    private @Nullable Accumulator accumulator;
    private @Nullable Profile first; // as long as it is alone: one profile stays as it is
    private int count;

    /**
     * Adds a profile.
     *
     * @throws IncompatibleProfilesException when it has no sample type in common with those before it, or units that do
     *     not convert
     */
    public void add(Profile profile) throws IncompatibleProfilesException {
        if (count == 0) {
            first = profile;
        } else {
            Accumulator target = accumulator;
            if (target == null && first != null) {
                target = new Accumulator(first);
                target.add(first);
                first = null;
            }
            accumulator = addTo(target, profile);
        }
        count++;
    }

    /** The number of profiles that were added. */
    public int count() {
        return count;
    }

    /** The merged profile; the very profile that was added when it was only one. */
    public Profile toProfile() {
        if (count == 0) {
            throw new IllegalStateException("no profile was added");
        }
        if (accumulator == null) {
            return Objects.requireNonNull(first);
        }
        Profile merged = accumulator.toProfile();
        for (Samples.Block block : merged.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (block.isZero(s)) { // merge once more, without it and what only it refers to
                    Accumulator again = new Accumulator(merged);
                    again.add(merged);
                    return again.toProfile();
                }
            }
        }
        return merged;
    }

    private static Accumulator addTo(@Nullable Accumulator target, Profile profile)
            throws IncompatibleProfilesException {
        if (target == null) {
            throw new IllegalStateException("nothing to add to");
        }
        Accumulator accumulator = target;
        List<ValueType> have = accumulator.header.sampleTypes();
        List<String> common = commonTypes(have, profile.sampleTypes());
        if (common.isEmpty()) {
            throw new IncompatibleProfilesException(
                    "profiles have no sample type in common: " + have + " and " + profile.sampleTypes());
        }
        Profile added = profile.project(common);
        double[] ours = new double[common.size()];
        double[] theirs = new double[common.size()];
        List<ValueType> types = new ArrayList<>(common.size());
        for (int i = 0; i < ours.length; i++) {
            ValueType mine = have.stream()
                    .filter(t -> t.type()
                            .equals(added.sampleTypes().get(types.size()).type()))
                    .findFirst()
                    .orElseThrow();
            ValueType finer = finer(mine, added.sampleTypes().get(i));
            ours[i] = Measurement.scale(1, mine.unit(), finer.unit()).amount();
            theirs[i] = Measurement.scale(1, added.sampleTypes().get(i).unit(), finer.unit())
                    .amount();
            types.add(mine.withUnit(finer.unit()));
        }
        boolean rebuild = common.size() != have.size() || Arrays.stream(ours).anyMatch(ratio -> ratio != 1);
        if (rebuild) {
            Profile scaled = accumulator.toProfile().project(common).scale(ours);
            accumulator = new Accumulator(scaled);
            accumulator.add(scaled);
        }
        accumulator.header = combine(
                accumulator.header.withSampleTypes(types, accumulator.header.defaultSampleType()), added.header());
        accumulator.add(added.scale(theirs));
        return accumulator;
    }

    private static List<String> commonTypes(List<ValueType> ours, List<ValueType> theirs) {
        List<String> common = new ArrayList<>();
        for (ValueType type : ours) {
            if (theirs.stream().anyMatch(t -> t.type().equals(type.type()))) {
                common.add(type.type());
            }
        }
        return common;
    }

    /** Of two types of the same name the one with the finer unit. */
    private static ValueType finer(ValueType a, ValueType b) throws IncompatibleProfilesException {
        if (!a.unit().equals(b.unit())) {
            Unit.Family family = Unit.parse(a.unit()).map(Unit::family).orElse(null);
            if (family == null || Unit.parse(b.unit()).map(Unit::family).orElse(null) != family) {
                throw new IncompatibleProfilesException("units that do not convert: " + a + " and " + b);
            }
        }
        return Measurement.scale(1, b.unit(), a.unit()).amount() < 1 ? b : a;
    }

    /** The header of the first with what the second adds: the earliest time, the sum of durations, all comments. */
    private static Header combine(Header a, Header b) throws IncompatibleProfilesException {
        if (!a.period().type().type().equals(b.period().type().type())) {
            throw new IncompatibleProfilesException("incompatible period types "
                    + a.period().type() + " and " + b.period().type());
        }
        ValueType type = finer(a.period().type(), b.period().type());
        long periodA =
                (long) Measurement.scale(a.period().value(), a.period().type().unit(), type.unit())
                        .amount();
        long periodB =
                (long) Measurement.scale(b.period().value(), b.period().type().unit(), type.unit())
                        .amount();
        Set<String> comments = new LinkedHashSet<>(a.comments());
        comments.addAll(b.comments());
        return new Header(
                a.sampleTypes(),
                a.defaultSampleType().isEmpty() ? b.defaultSampleType() : a.defaultSampleType(),
                new Header.Period(a.period().type().withUnit(type.unit()), Math.max(periodA, periodB)),
                a.timeNanos() == 0 || b.timeNanos() < a.timeNanos() ? b.timeNanos() : a.timeNanos(),
                a.durationNanos() + b.durationNanos(),
                List.copyOf(comments),
                a.docUrl().isEmpty() ? b.docUrl() : a.docUrl(),
                a.frames());
    }

    /** The merged profile as it grows: hash tables from what things are to the indices that they got. */
    private static final class Accumulator {
        Header header;
        private final StringTable.Builder strings = new StringTable.Builder();
        private final Functions.Builder functions = new Functions.Builder(strings);
        private final Locations.Builder locations = new Locations.Builder();
        private final List<Mapping> mappings = new ArrayList<>();
        private final Samples.Builder samples;
        private final Map<FunctionKey, Integer> functionIndices = new HashMap<>();
        private final Map<LocationKey, Integer> locationIndices = new HashMap<>();
        private final Map<MappingKey, Integer> mappingIndices = new HashMap<>();
        private final List<LabelSet> labelSets = new ArrayList<>(List.of(LabelSet.EMPTY));
        private final Map<LabelSet, Integer> labelIndices = new HashMap<>(Map.of(LabelSet.EMPTY, 0));
        private int[] slots = new int[1 << 12]; // sample index + 1
        private int[] hashes = new int[1 << 12];

        Accumulator(Profile profile) {
            this.header = profile.header();
            this.samples = new Samples.Builder();
        }

        void add(Profile profile) {
            Source source = new Source(profile);
            int[] stack = new int[64];
            for (Samples.Block block : profile.samples().blocks()) {
                for (int s = 0; s < block.size(); s++) {
                    if (block.isZero(s)) {
                        continue;
                    }
                    int start = block.stackStart(s);
                    int depth = block.stackEnd(s) - start;
                    if (depth > stack.length) {
                        stack = new int[depth * 2];
                    }
                    long hash = source.locations(block, start, stack, depth);
                    int labels = source.labels(block.labels(s));
                    add(stack, depth, labels, Hash.end(Hash.add(hash, labels)), block, s);
                }
            }
        }

        private void add(int[] stack, int depth, int labels, int hash, Samples.Block source, int sourceSample) {
            int mask = slots.length - 1;
            int slot = hash & mask;
            while (slots[slot] != 0) {
                int sample = slots[slot] - 1;
                if (hashes[slot] == hash && samples.isSame(sample, stack, depth, labels)) {
                    samples.addValues(sample, source, sourceSample);
                    return;
                }
                slot = slot + 1 & mask;
            }
            slots[slot] = samples.size() + 1;
            hashes[slot] = hash;
            samples.locations(stack, depth);
            for (int type = 0; type < header.sampleTypes().size(); type++) {
                samples.value(source.value(sourceSample, type));
            }
            samples.end(labels);
            if (samples.size() > slots.length / 2) {
                rehash();
            }
        }

        private void rehash() {
            int[] oldSlots = slots;
            int[] oldHashes = hashes;
            slots = new int[oldSlots.length * 2];
            hashes = new int[slots.length];
            int mask = slots.length - 1;
            for (int i = 0; i < oldSlots.length; i++) {
                if (oldSlots[i] != 0) {
                    int slot = oldHashes[i] & mask;
                    while (slots[slot] != 0) {
                        slot = slot + 1 & mask;
                    }
                    slots[slot] = oldSlots[i];
                    hashes[slot] = oldHashes[i];
                }
            }
        }

        Profile toProfile() {
            return new Profile(
                    header,
                    samples.build(header.sampleTypes().size(), labelSets),
                    List.copyOf(mappings),
                    locations.build(),
                    functions.build());
        }

        /** One profile that is being added, with the indices that its parts have here; -1 where nothing has asked yet. */
        private final class Source {
            private final Profile profile;
            private final int[] locationTo;
            private final int[] functionTo;
            private final int[] mappingTo;
            private final int[] labelsTo;
            private final int[] stringTo;

            Source(Profile profile) {
                this.profile = profile;
                this.locationTo = unknown(profile.locations().size());
                this.functionTo = unknown(profile.functions().size());
                this.mappingTo = unknown(profile.mappings().size());
                this.labelsTo = unknown(profile.samples().labelSets().size());
                this.stringTo = profile.functions().strings().internInto(strings);
                if (mappings.isEmpty() && !profile.mappings().isEmpty()) {
                    mapping(0); // the main binary stays first, whichever samples come first
                }
            }

            private static int[] unknown(int size) {
                int[] indices = new int[size];
                Arrays.fill(indices, -1);
                return indices;
            }

            int labels(int index) {
                if (labelsTo[index] < 0) {
                    labelsTo[index] =
                            labelIndices.computeIfAbsent(profile.samples().labels(index), labels -> {
                                labelSets.add(labels);
                                return labelSets.size() - 1;
                            });
                }
                return labelsTo[index];
            }

            /** Finds the indices of the locations of a stack, and returns a hash of them. */
            long locations(Samples.Block block, int start, int[] stack, int depth) {
                int[] indices = locationTo;
                for (int k = 0; k < depth; k++) {
                    int source = block.location(start + k);
                    int index = indices[source];
                    if (index < 0) {
                        index = newLocation(source);
                        indices[source] = index;
                    }
                    stack[k] = index;
                }
                return Hash.of(stack, 0, depth);
            }

            private int newLocation(int index) {
                Locations all = profile.locations();
                int mapping = all.mapping(index) < 0 ? -1 : mapping(all.mapping(index));
                long start = 0;
                long address = all.address(index);
                if (mapping >= 0) {
                    start = mappings.get(mapping).start();
                    address +=
                            start - profile.mappings().get(all.mapping(index)).start();
                }
                int count = all.lineCount(index);
                long[] lines = new long[2 * count];
                for (int i = 0; i < count; i++) {
                    int line = all.lineStart(index) + i;
                    lines[2 * i] = function(all.function(line));
                    lines[2 * i + 1] = all.line(line);
                }
                // pprof tells locations apart by the column of the last line only.
                long column = count == 0 ? 0 : all.column(all.lineEnd(index) - 1);
                LocationKey key = new LocationKey(address - start, mapping, all.isFolded(index), column, lines);
                Integer known = locationIndices.get(key);
                if (known != null) {
                    return known;
                }
                int added = locations.add(locations.size() + 1L, mapping, address, all.isFolded(index));
                for (int i = 0; i < count; i++) {
                    locations.line((int) lines[2 * i], lines[2 * i + 1], all.column(all.lineStart(index) + i));
                }
                locationIndices.put(key, added);
                return added;
            }

            private int function(int index) {
                if (functionTo[index] < 0) {
                    Functions all = profile.functions();
                    int name = stringTo[all.nameIndex(index)];
                    int systemName = stringTo[all.systemNameIndex(index)];
                    int filename = stringTo[all.filenameIndex(index)];
                    FunctionKey key = new FunctionKey(name, systemName, filename, all.startLine(index));
                    functionTo[index] = functionIndices.computeIfAbsent(
                            key, k -> functions.add(functions.size() + 1L, name, systemName, filename, k.startLine()));
                }
                return functionTo[index];
            }

            private int mapping(int index) {
                if (mappingTo[index] < 0) {
                    Mapping mapping = profile.mappings().get(index);
                    mappingTo[index] = mappingIndices.computeIfAbsent(MappingKey.of(mapping), key -> {
                        mappings.add(mapping.withId(mappings.size() + 1L));
                        return mappings.size() - 1;
                    });
                }
                return mappingTo[index];
            }
        }
    }

    // The equals that records get takes 10 ms to be put together, by method handles, when it is first called.

    private record FunctionKey(int name, int systemName, int filename, long startLine) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FunctionKey that
                    && name == that.name
                    && systemName == that.systemName
                    && filename == that.filename
                    && startLine == that.startLine;
        }

        @Override
        public int hashCode() {
            long hash = Hash.add(Hash.add(Hash.start(4), name), systemName);
            return Hash.end(Hash.add(Hash.add(hash, filename), startLine));
        }
    }

    /** What makes two locations the same; the lines are pairs of function and line number. */
    private static final class LocationKey {
        private final long offset;
        private final int mapping;
        private final boolean folded;
        private final long column;
        private final long[] lines;

        LocationKey(long offset, int mapping, boolean folded, long column, long[] lines) {
            this.offset = offset;
            this.mapping = mapping;
            this.folded = folded;
            this.column = column;
            this.lines = lines;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LocationKey that
                    && offset == that.offset
                    && mapping == that.mapping
                    && folded == that.folded
                    && column == that.column
                    && Arrays.equals(lines, that.lines);
        }

        @Override
        public int hashCode() {
            long hash = Hash.add(Hash.add(Hash.start(lines.length), offset), mapping);
            for (long line : lines) {
                hash = Hash.add(hash, line);
            }
            return Hash.end(Hash.add(hash, column));
        }
    }

    /** What makes two mappings the same binary: its size to 4 KiB, its offset, its build id or else its file. */
    private record MappingKey(long size, long offset, String buildIdOrFile) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MappingKey that
                    && size == that.size
                    && offset == that.offset
                    && buildIdOrFile.equals(that.buildIdOrFile);
        }

        @Override
        public int hashCode() {
            return Hash.end(Hash.add(Hash.add(Hash.add(Hash.start(3), size), offset), buildIdOrFile));
        }

        static MappingKey of(Mapping mapping) {
            long size = mapping.limit() - mapping.start() + 0xFFF;
            size -= Long.remainderUnsigned(size, 0x1000);
            return new MappingKey(
                    size, mapping.offset(), mapping.buildId().isEmpty() ? mapping.file() : mapping.buildId());
        }
    }
}
