package io.tidemark.cli.pprof;

import io.tidemark.analysis.diff.Snapshots;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.Setting;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.command.TemporaryFiles;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.progress.FetchProgress;
import io.tidemark.collect.fetch.Fetched;
import io.tidemark.collect.fetch.Fetcher;
import io.tidemark.collect.symbolize.BinaryLocator;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gets the profile that an invocation is about: fetched, compared with its base, with names, and kept if it must be. */
final class Loading {
    private final Invocation invocation;
    private final LocalCode code;
    private final Console console;

    Loading(Invocation invocation, LocalCode code, Console console) {
        this.invocation = invocation;
        this.code = code;
        this.console = console;
    }

    /**
     * Gets the profile.
     *
     * @param files makes the file that a fetched profile is kept in
     */
    Profile load(TemporaryFiles files) throws IOException, ReportException {
        Tools tools = code.tools();
        boolean isOfSnapshots = invocation.isOf(Command.SNAPSHOTS);
        List<Fetched> parts = isOfSnapshots ? snapshots(tools) : List.of(fetch(invocation.sources(), tools));
        Profile profile = isOfSnapshots ? join(parts) : compared(parts.get(0));
        Profile named = new Naming(invocation.symbols(), tools, console).apply(profile, parts.get(0));
        Profile commented = withComment(named, invocation.symbols().comment());
        if (parts.get(0).isRemote()) {
            new SavedProfile(console, files).save(commented);
        }
        return commented;
    }

    private Fetched fetch(List<String> sources, Tools tools) throws IOException {
        List<String> bases = invocation.base().sources();
        int expected = sources.size() + bases.size();
        try (FetchProgress progress = new FetchProgress(console, expected)) {
            return new Fetcher(invocation.fetching().options(console.environment()), new Locating(tools), progress)
                    .fetch(sources, bases);
        }
    }

    /** Finds the binaries of the profiles that are fetched, one at a time: the tools are asked by one thread only. */
    private final class Locating implements UnaryOperator<Profile> {
        private final BinaryLocator locator;

        Locating(Tools tools) {
            this.locator = new BinaryLocator(console.environment(), tools, console::warn);
        }

        @Override
        public synchronized Profile apply(Profile profile) {
            Invocation.Symbols symbols = invocation.symbols();
            return locator.locate(profile, symbols.binary(), symbols.buildId());
        }
    }

    private Profile compared(Fetched fetched) throws IncompatibleProfilesException {
        Profile profile = fetched.profile();
        if (fetched.base().isEmpty()) {
            return profile;
        }
        Profile base = fetched.base().get();
        if (invocation.base().isDiff() || invocation.isOf(Command.DIFF)) {
            base = base.mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true"));
        }
        Merger merger = new Merger();
        merger.add(invocation.view().is(Setting.NORMALIZE) ? profile.normalize(base) : profile);
        merger.add(base.scale(-1));
        return merger.toProfile();
    }

    private List<Fetched> snapshots(Tools tools) throws IOException {
        List<Fetched> snapshots = new ArrayList<>();
        for (String source : invocation.sources()) {
            snapshots.add(fetch(List.of(source), tools));
        }
        return snapshots;
    }

    private Profile join(List<Fetched> snapshots) throws IOException, ReportException {
        List<Profile> profiles = new ArrayList<>();
        for (Fetched snapshot : snapshots) {
            profiles.add(snapshot.profile());
        }
        return Snapshots.join(profiles, console.zone());
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
