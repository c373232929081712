package io.tidemark.cli.pprof;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Gets the profile that an invocation is about. */
final class Loading {
    private Loading() {}

    static Profile load(Invocation invocation) throws IOException, IncompatibleProfilesException {
        Limits limits = invocation.fetching().limits();
        Profile profile = merged(invocation.sources(), limits);
        if (!invocation.base().sources().isEmpty()) {
            profile = compare(profile, merged(invocation.base().sources(), limits), invocation);
        }
        return withComment(profile, invocation.symbols().comment());
    }

    private static Profile compare(Profile profile, Profile base, Invocation invocation)
            throws IncompatibleProfilesException {
        Profile marked =
                invocation.base().isDiff() ? base.mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true")) : base;
        boolean normalizes = invocation.view().is(io.tidemark.analysis.view.Setting.NORMALIZE);
        Merger merger = new Merger();
        merger.add(normalizes ? profile.normalize(marked) : profile);
        merger.add(marked.scale(-1));
        return merger.toProfile();
    }

    private static Profile merged(List<String> sources, Limits limits)
            throws IOException, IncompatibleProfilesException {
        Merger merger = new Merger();
        for (String source : sources) {
            merger.add(read(Path.of(source), limits));
        }
        return merger.toProfile();
    }

    private static Profile read(Path file, Limits limits) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return ProfileProtoReader.read(isGzip ? new GZIPInputStream(in, 1 << 16) : in, limits);
        }
    }

    private static Profile withComment(Profile profile, String comment) {
        if (comment.isEmpty()) {
            return profile;
        }
        Header header = profile.header();
        List<String> comments = new ArrayList<>(header.comments());
        comments.add(comment);
        return profile.withHeader(header.withComments(comments));
    }
}
