package io.tidemark.analysis.growth;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;

/** Where a heap profile has its four values. */
record HeapTypes(int allocObjects, int allocSpace, int inuseObjects, int inuseSpace) {
    static HeapTypes of(Profile profile) {
        return new HeapTypes(
                index(profile, "alloc_objects"),
                index(profile, "alloc_space"),
                index(profile, "inuse_objects"),
                index(profile, "inuse_space"));
    }

    private static int index(Profile profile, String type) {
        for (int i = 0; i < profile.sampleTypes().size(); i++) {
            if (profile.sampleTypes().get(i).type().equals(type)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "profile of " + profile.sampleTypes() + " (expected a heap profile of Go, with " + type + ")");
    }

    long allocated(Samples.Block block, int sample) {
        return block.value(sample, allocObjects);
    }

    long inUse(Samples.Block block, int sample) {
        return block.value(sample, inuseObjects);
    }

    long inUseBytes(Samples.Block block, int sample) {
        return block.value(sample, inuseSpace);
    }

    /** The size of an object, as space and number have it. */
    long objectSize(Samples.Block block, int sample) {
        return Math.max(1, Math.round((double) block.value(sample, allocSpace) / block.value(sample, allocObjects)));
    }
}
