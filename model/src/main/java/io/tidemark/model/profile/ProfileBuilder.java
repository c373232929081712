package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * Collects a profile, for decoders and tests. References are indices that the methods return; ids are what is shown.
 *
 * <pre>{@code
 * ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
 * int main = b.location("main.main", "main.go", 12);
 * b.sample(LabelSet.EMPTY, new int[] {main}, 10_000_000);
 * Profile profile = b.build();
 * }</pre>
 */
public final class ProfileBuilder {
    private final StringTable.Builder strings = new StringTable.Builder();
    private final Functions.Builder functions = new Functions.Builder(strings);
    private final Locations.Builder locations = new Locations.Builder();
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<LabelSet> labelSets = new ArrayList<>(List.of(LabelSet.EMPTY));
    private final Map<LabelSet, Integer> labelIndices = new HashMap<>();
    private final Map<String, Integer> locationsByLine = new HashMap<>();
    private final Map<String, Integer> functionsByName = new HashMap<>();
    private final Samples.Builder samples;
    private Header header;

    /** A builder for samples with one value of each type. */
    public ProfileBuilder(List<ValueType> sampleTypes) {
        this(new Header(sampleTypes, "", Header.Period.NONE, 0, 0, List.of(), "", Header.FrameRules.NONE));
    }

    public ProfileBuilder(Header header) {
        this.header = header;
        this.samples = new Samples.Builder();
        labelIndices.put(LabelSet.EMPTY, 0);
    }

    public Header header() {
        return header;
    }

    /** Replaces the header; the number of sample types stays. */
    public ProfileBuilder header(Header newHeader) {
        this.header = newHeader;
        return this;
    }

    /** The strings, for decoders that have bytes. */
    public StringTable.Builder strings() {
        return strings;
    }

    /** Adds a mapping and returns its index. */
    public int mapping(Mapping mapping) {
        mappings.add(mapping);
        return mappings.size() - 1;
    }

    public Mapping mappingAt(int index) {
        return mappings.get(index);
    }

    public void setMapping(int index, Mapping mapping) {
        mappings.set(index, mapping);
    }

    public int mappingCount() {
        return mappings.size();
    }

    /** Adds a function, whose texts are indices of {@link #strings}, and returns its index. */
    public int function(long id, int name, int systemName, int filename, long startLine) {
        return functions.add(id, name, systemName, filename, startLine);
    }

    /** The function of a name and a file, added when it is new, with the next id. */
    public int function(String name, String filename) {
        return functionsByName.computeIfAbsent(name + '\0' + filename, key -> {
            int text = strings.intern(name);
            return functions.add(functions.size() + 1L, text, text, strings.intern(filename), 0);
        });
    }

    /** Makes room for so many more functions at once. */
    public void expectFunctions(int count) {
        functions.expect(count);
    }

    /** Makes room for so many more locations, and lines of all of them, at once. */
    public void expectLocations(int count, int lines) {
        locations.expect(count, lines);
    }

    /** Adds a location without lines and returns its index; {@code mapping} is an index or -1. */
    public int location(long id, int mapping, long address, boolean isFolded) {
        return locations.add(id, mapping, address, isFolded);
    }

    /** Adds a line to the location that was added last, innermost first. */
    public void line(int function, long line, long column) {
        locations.line(function, line, column);
    }

    /** The location of one line of a function, added when it is new, with the next id. */
    public int location(String function, String filename, long line) {
        return locationsByLine.computeIfAbsent(function + '\0' + filename + '\0' + line, key -> {
            int index = locations.add(locations.size() + 1L, -1, 0, false);
            locations.line(function(function, filename), line, 0);
            return index;
        });
    }

    public int locationCount() {
        return locations.size();
    }

    /** The index of a label set, for {@link #endSample}. */
    public int labels(LabelSet labels) {
        Integer known = labelIndices.putIfAbsent(labels, labelSets.size());
        if (known != null) {
            return known;
        }
        labelSets.add(labels);
        return labelSets.size() - 1;
    }

    /** Reserves an index for a label set that is not known yet; {@link #setLabels} gives it before the end. */
    public int reserveLabels() {
        labelSets.add(LabelSet.EMPTY);
        return labelSets.size() - 1;
    }

    /** Gives the label set of a reserved index. */
    public void setLabels(int index, LabelSet labels) {
        labelSets.set(index, labels);
    }

    /** Adds frames to the sample that is being collected, leaf first. */
    public void frames(int[] locations, int count) {
        samples.locations(locations, count);
    }

    /** Adds a frame to the sample that is being collected, leaf first. */
    public void frame(int location) {
        samples.location(location);
    }

    /** The number of frames of the sample that is being collected. */
    public int depth() {
        return samples.depth();
    }

    /** Adds the next value to the sample that is being collected. */
    public void value(long value) {
        samples.value(value);
    }

    /** Adds the next {@code count} values, the first of an array, to the sample that is being collected. */
    public void values(long[] values, int count) {
        samples.values(values, count);
    }

    /** Ends the sample that is being collected. */
    public void endSample(int labelSet) {
        samples.end(labelSet);
    }

    /** Adds a sample: its labels, its stack with the leaf first, and a value of each type. */
    public ProfileBuilder sample(LabelSet labels, int[] stack, long... values) {
        for (int location : stack) {
            frame(location);
        }
        for (long value : values) {
            value(value);
        }
        endSample(labels(labels));
        return this;
    }

    public int sampleCount() {
        return samples.size();
    }

    /** Replaces every location of every sample by {@code indices[location]}; a negative one there is refused. */
    public void renumberFrames(int[] indices) throws MalformedProfileException {
        samples.renumber(indices);
    }

    /**
     * The profile.
     *
     * @throws MalformedProfileException when an id is zero or not unique, or samples have no type
     */
    public Profile build() throws MalformedProfileException {
        Functions builtFunctions = functions.build();
        Locations builtLocations = locations.build();
        if (header.sampleTypes().isEmpty() && samples.size() != 0) {
            throw new MalformedProfileException("malformed profile: missing sample type information");
        }
        if (samples.size() != 0 && samples.types() != header.sampleTypes().size()) {
            throw new MalformedProfileException("malformed profile: samples with " + samples.types() + " values for "
                    + header.sampleTypes().size() + " sample types");
        }
        requireUnique("mapping", mappings.stream().mapToLong(Mapping::id).toArray());
        requireUnique("function", ids(builtFunctions.size(), builtFunctions::id));
        requireUnique("location", ids(builtLocations.size(), builtLocations::id));
        return new Profile(
                header,
                samples.build(header.sampleTypes().size(), labelSets),
                List.copyOf(mappings),
                builtLocations,
                builtFunctions);
    }

    private static long[] ids(int size, IntToLongFunction id) {
        long[] ids = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = id.applyAsLong(i);
        }
        return ids;
    }

    private static void requireUnique(String what, long[] ids) throws MalformedProfileException {
        boolean ascending = true; // as writers number them; needs no set
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == 0) {
                throw new MalformedProfileException("malformed profile: " + what + " with the reserved id 0");
            }
            ascending &= i == 0 || ids[i] > ids[i - 1];
        }
        if (ascending) {
            return;
        }
        Set<Long> seen = new HashSet<>(ids.length * 2);
        for (long id : ids) {
            if (!seen.add(id)) {
                throw new MalformedProfileException(
                        "malformed profile: two " + what + "s with the id " + Long.toUnsignedString(id));
            }
        }
    }
}
