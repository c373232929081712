package io.tidemark.cli.pprof;

import io.tidemark.analysis.diff.Snapshots;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.Uninteresting;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.collect.symbolize.BinaryLocator;
import io.tidemark.collect.symbolize.MappingSources;
import io.tidemark.collect.symbolize.SymbolizeMode;
import io.tidemark.collect.symbolize.Symbolizer;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
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
    private final Invocation invocation;
    private final LocalCode code;
    private final Console console;

    Loading(Invocation invocation, LocalCode code, Console console) {
        this.invocation = invocation;
        this.code = code;
        this.console = console;
    }

    /** The profile: all sources added up, compared with the base, with names, without frames that are of no interest. */
    Profile load() throws IOException, IncompatibleProfilesException, CommandException, ReportException {
        Invocation.Symbols symbols = invocation.symbols();
        Tools tools = code.tools();
        BinaryLocator locator = new BinaryLocator(console.environment(), tools, console::warn);
        MappingSources servers = new MappingSources();
        Profile profile =
                invocation.isOf(Command.SNAPSHOTS) ? snapshots(locator) : merged(invocation.sources(), locator);
        if (!invocation.base().sources().isEmpty()) {
            profile = compare(profile, merged(invocation.base().sources(), locator));
        }
        SymbolizeMode mode = SymbolizeMode.parse(symbols.mode(), console::warn);
        profile = new Symbolizer(tools, Loading::post, console::warn).symbolize(profile, mode, servers);
        if (!symbols.allFrames()) {
            profile = interesting(profile);
        }
        return withComment(MappingSources.withoutUrls(profile), symbols.comment());
    }

    private static byte[] post(String url, String body) throws IOException {
        throw new IOException(url + ": not asked yet");
    }

    private Profile compare(Profile profile, Profile base) throws IncompatibleProfilesException {
        Profile marked = invocation.base().isDiff() || invocation.isOf(Command.DIFF)
                ? base.mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true"))
                : base;
        Merger merger = new Merger();
        merger.add(invocation.view().is(Setting.NORMALIZE) ? profile.normalize(marked) : profile);
        merger.add(marked.scale(-1));
        return merger.toProfile();
    }

    private Profile snapshots(BinaryLocator locator)
            throws IncompatibleProfilesException, CommandException, ReportException {
        List<Profile> profiles = new ArrayList<>();
        for (String source : invocation.sources()) {
            profiles.add(merged(List.of(source), locator));
        }
        return Snapshots.join(profiles, console.zone());
    }

    private Profile merged(List<String> sources, BinaryLocator locator)
            throws IncompatibleProfilesException, CommandException {
        Merger merger = new Merger();
        for (String source : sources) {
            try {
                Invocation.Symbols symbols = invocation.symbols();
                merger.add(locator.locate(read(source), symbols.binary(), symbols.buildId()));
            } catch (IOException e) {
                String problem = Problem.sentence(e);
                String sentence = problem.startsWith(source) ? problem : source + ": " + problem;
                if (sources.size() == 1) {
                    throw new CommandException(sentence);
                }
                console.warn(sentence);
            }
        }
        if (merger.count() == 0) {
            throw new CommandException("none of " + sources.size() + " profiles could be read");
        }
        if (merger.count() < sources.size()) {
            console.warn("read " + merger.count() + " profiles out of " + sources.size());
        }
        return merger.toProfile();
    }

    private Profile read(String source) throws IOException {
        Limits limits = invocation.fetching().limits();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(source)))) {
            in.mark(2);
            boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return ProfileFormats.read(isGzip ? new GZIPInputStream(in, 1 << 16) : in, limits);
        }
    }

    private Profile interesting(Profile profile) {
        try {
            return Uninteresting.drop(profile);
        } catch (ReportException e) {
            console.warn(e.getMessage() + "; all frames stay");
            return profile;
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
