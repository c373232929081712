package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A profile: samples, each a stack with values and labels, and the symbols that the stacks refer to.
 *
 * <p>It is immutable. Every operation returns another profile, which shares what has not changed. The meaning of the
 * operations is that of pprof's, and differs where they say so.
 *
 * @see <a href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile.proto</a>
 */
public final class Profile {
    /** The label, with the value {@code true}, of samples that came from the base of a comparison. */
    public static final String BASE_LABEL = "pprof::base";

    private final Header header;
    private final Samples samples;
    private final List<Mapping> mappings;
    private final Locations locations;
    private final Functions functions;

    Profile(Header header, Samples samples, List<Mapping> mappings, Locations locations, Functions functions) {
        this.header = header;
        this.samples = samples;
        this.mappings = mappings;
        this.locations = locations;
        this.functions = functions;
    }

    public Header header() {
        return header;
    }

    public Samples samples() {
        return samples;
    }

    /** The mappings; the first is the main binary. */
    public List<Mapping> mappings() {
        return mappings;
    }

    public Locations locations() {
        return locations;
    }

    public Functions functions() {
        return functions;
    }

    /** What the values of each sample are, in order. */
    public List<ValueType> sampleTypes() {
        return header.sampleTypes();
    }

    /** The index of the type to show when nobody asks for another: the declared default, else the last; -1 of none. */
    public int defaultSampleIndex() {
        if (!header.defaultSampleType().isEmpty()) {
            for (int i = 0; i < sampleTypes().size(); i++) {
                if (sampleTypes().get(i).type().equals(header.defaultSampleType())) {
                    return i;
                }
            }
        }
        return sampleTypes().size() - 1;
    }

    // ---- parts replaced ----

    public Profile withHeader(Header newHeader) {
        if (newHeader.sampleTypes().size() != sampleTypes().size()) {
            throw new IllegalArgumentException(
                    "header with " + newHeader.sampleTypes().size() + " sample types (expected "
                            + sampleTypes().size() + ")");
        }
        return new Profile(newHeader, samples, mappings, locations, functions);
    }

    /** The same profile with as many other mappings, in the same order. */
    public Profile withMappings(List<Mapping> newMappings) {
        return new Profile(header, samples, List.copyOf(newMappings), locations, functions);
    }

    Profile withSamples(Samples newSamples) {
        return new Profile(header, newSamples, mappings, locations, functions);
    }

    Profile withSymbols(Samples newSamples, Locations newLocations, Functions newFunctions) {
        return new Profile(header, newSamples, mappings, newLocations, newFunctions);
    }

    // ---- values ----

    /** All values multiplied by a ratio, as {@link #scale(double[])} does. */
    public Profile scale(double ratio) {
        double[] ratios = new double[sampleTypes().size()];
        Arrays.fill(ratios, ratio);
        return scale(ratios);
    }

    /**
     * The values of each type multiplied by its ratio and rounded, halves away from zero. Samples that are zero in every
     * type with a ratio other than 1 are left out.
     *
     * @param ratios one for each sample type
     */
    public Profile scale(double[] ratios) {
        return Values.scale(this, ratios);
    }

    /** Every value replaced. */
    public Profile mapValues(LongUnaryOperator change) {
        return Values.map(this, change);
    }

    /** The profile scaled type by type so that its sums are those of {@code base}. */
    public Profile normalize(Profile base) throws IncompatibleProfilesException {
        return Values.normalize(this, base);
    }

    /** The profile with only these of its sample types, in this order. */
    public Profile project(List<String> types) {
        return Values.project(this, types);
    }

    /** The sums of all values, one a type; they wrap where they leave 64 bits. */
    public long[] sums() {
        return Values.sums(this);
    }

    // ---- labels ----

    /** The profile with every sample's labels replaced. The function is asked once for each distinct set. */
    public Profile mapLabels(UnaryOperator<LabelSet> change) {
        List<LabelSet> changed = new ArrayList<>(samples.labelSets().size());
        boolean same = true;
        for (LabelSet labels : samples.labelSets()) {
            LabelSet replaced = change.apply(labels);
            same &= replaced.equals(labels);
            changed.add(replaced);
        }
        if (same) {
            return this;
        }
        return withSamples(samples.withLabelSets(changed));
    }

    /** The profile with only the samples whose labels pass. */
    public Profile filterSamples(Predicate<LabelSet> keep) {
        boolean[] kept = new boolean[samples.labelSets().size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = keep.test(samples.labels(i));
        }
        return withSamples(Stacks.select(samples, (block, s) -> kept[block.labels(s)]));
    }

    // ---- stacks and symbols ----

    /** Applies a filter on the names of frames. */
    public FrameFilter.Result filterFrames(FrameFilter filter) {
        return filter.apply(this);
    }

    /**
     * Drops the frames above (towards the root of) the highest one that matches, and samples without a match.
     *
     * @param name tests function names, file names and mapping files
     * @return the profile, or this one with no samples when nothing matched
     */
    public Profile showFrom(Predicate<String> name) {
        return Pruning.showFrom(this, name);
    }

    /**
     * Drops the frames that match {@code drop} and not {@code keep} with everything that they call, except for those above
     * the first frame that does not match.
     */
    public Profile prune(Predicate<String> drop, Predicate<String> keep) {
        return Pruning.prune(this, drop, keep);
    }

    /** Drops everything that is called by the lowest frame that matches; the frame itself stays. */
    public Profile pruneFrom(Predicate<String> name) {
        return Pruning.pruneFrom(this, name);
    }

    /** Forgets the details of locations that nobody asks for, so that they become equal. */
    public Profile aggregate(Aggregation aggregation) {
        return aggregation.apply(this);
    }

    /** The profile with frames made from labels added to every stack. */
    public Profile addLabelFrames(LabelFrames frames) {
        return frames.apply(this);
    }

    /** Whether the two can be merged as they are: the same sample types and the same period type. */
    void requireCompatible(Profile other) throws IncompatibleProfilesException {
        if (!header.period().type().equals(other.header.period().type())) {
            throw new IncompatibleProfilesException("incompatible period types "
                    + header.period().type() + " and " + other.header.period().type());
        }
        if (!Objects.equals(sampleTypes(), other.sampleTypes())) {
            throw new IncompatibleProfilesException(
                    "incompatible sample types " + sampleTypes() + " and " + other.sampleTypes());
        }
    }
}
