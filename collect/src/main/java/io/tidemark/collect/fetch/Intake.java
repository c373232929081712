package io.tidemark.collect.fetch;

import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import java.io.IOException;

/** Merges the profiles of a list of sources as they come, and reports those that do not. */
final class Intake {
    private final String kind;
    private final int expected;
    private final FetchListener listener;
    private final Merger merger = new Merger();

    /**
     * An intake for so many profiles.
     *
     * @param kind what they are called, {@code source} or {@code base}
     */
    Intake(String kind, int expected, FetchListener listener) {
        this.kind = kind;
        this.expected = expected;
        this.listener = listener;
    }

    void add(Source source, Profile profile) throws IncompatibleProfilesException {
        try {
            merger.add(profile);
        } catch (IncompatibleProfilesException e) {
            throw new IncompatibleProfilesException(source.name() + ": " + e.getMessage());
        }
    }

    /** Leaves a source out; where it is the only one, that is the end. */
    void fail(Source source, String reason) throws IOException {
        if (expected == 1) {
            boolean isNamed = reason.startsWith(source.name() + ": "); // HOST:PORT was all that was asked for
            throw new IOException(isNamed ? reason : source.name() + ": " + reason);
        }
        listener.failed(source, reason);
    }

    /** The merged profile. */
    Profile finish() throws IOException {
        int count = merger.count();
        if (count == 0) {
            throw new IOException("failed to fetch any " + kind + " profiles");
        }
        if (count < expected) {
            listener.noted("Fetched " + count + " " + kind + " profiles out of " + expected);
        }
        return merger.toProfile();
    }
}
