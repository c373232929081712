package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** The operations that change values. */
final class Values {
    private Values() {}

    static Profile scale(Profile profile, double[] ratios) {
        int types = profile.sampleTypes().size();
        if (ratios.length != types) {
            throw new IllegalArgumentException(ratios.length + " ratios (expected " + types + ")");
        }
        if (Arrays.stream(ratios).allMatch(ratio -> ratio == 1)) {
            return profile;
        }
        List<Samples.Block> scaled = new ArrayList<>(profile.samples().blocks().size());
        for (Samples.Block block : profile.samples().blocks()) {
            scaled.add(scale(block, ratios));
        }
        return profile.withSamples(profile.samples().withBlocks(scaled));
    }

    static Profile map(Profile profile, LongUnaryOperator change) {
        int types = profile.sampleTypes().size();
        List<Samples.Block> mapped = new ArrayList<>(profile.samples().blocks().size());
        for (Samples.Block block : profile.samples().blocks()) {
            long[] values = new long[block.size() * types];
            Arrays.setAll(values, i -> change.applyAsLong(block.value(i / types, i % types)));
            mapped.add(block.withValues(types, values));
        }
        return profile.withSamples(profile.samples().withBlocks(mapped));
    }

    private static Samples.Block scale(Samples.Block block, double[] ratios) {
        int types = ratios.length;
        long[] values = new long[block.size() * types];
        boolean[] kept = new boolean[block.size()];
        boolean all = true;
        for (int s = 0; s < block.size(); s++) {
            for (int type = 0; type < types; type++) {
                long value = block.value(s, type);
                if (ratios[type] != 1) {
                    value = toLong(round(value * ratios[type]));
                    kept[s] |= value != 0;
                }
                values[s * types + type] = value;
            }
            all &= kept[s];
        }
        Samples.Block scaled = block.withValues(types, values);
        return all ? scaled : scaled.select(kept, scaled.starts(), scaled.ends());
    }

    /** Rounds, halves away from zero. */
    static double round(double value) {
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole;
    }

    /** Converts as Go on amd64 does: what does not fit becomes the smallest long. */
    static long toLong(double value) {
        return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
    }

    static Profile normalize(Profile profile, Profile base) throws IncompatibleProfilesException {
        profile.requireCompatible(base);
        long[] have = profile.sums();
        long[] want = base.sums();
        double[] ratios = new double[have.length];
        for (int type = 0; type < have.length; type++) {
            ratios[type] = have[type] == 0 ? 0 : (double) want[type] / (double) have[type];
        }
        return scale(profile, ratios);
    }

    static long[] sums(Profile profile) {
        int types = profile.sampleTypes().size();
        long[] sums = new long[types];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                for (int type = 0; type < types; type++) {
                    sums[type] += block.value(s, type);
                }
            }
        }
        return sums;
    }

    static Profile project(Profile profile, List<String> types) {
        List<ValueType> have = profile.sampleTypes();
        List<String> names = have.stream().map(ValueType::type).toList();
        int[] from = new int[types.size()];
        boolean same = from.length == have.size();
        for (int i = 0; i < from.length; i++) {
            from[i] = names.indexOf(types.get(i));
            if (from[i] < 0) {
                throw new IllegalArgumentException("sample type " + types.get(i) + " (expected one of " + names + ")");
            }
            same &= from[i] == i;
        }
        if (same) {
            return profile;
        }
        List<Samples.Block> blocks = new ArrayList<>();
        for (Samples.Block block : profile.samples().blocks()) {
            long[] values = new long[block.size() * from.length];
            for (int s = 0; s < block.size(); s++) {
                for (int i = 0; i < from.length; i++) {
                    values[s * from.length + i] = block.value(s, from[i]);
                }
            }
            blocks.add(block.withValues(from.length, values));
        }
        String declared = profile.header().defaultSampleType();
        Header header = profile.header()
                .withSampleTypes(
                        Arrays.stream(from).mapToObj(have::get).toList(),
                        types.contains(declared) ? declared : types.get(0));
        Samples samples = new Samples(blocks, from.length, profile.samples().labelSets());
        return new Profile(header, samples, profile.mappings(), profile.locations(), profile.functions());
    }
}
