package io.tidemark.cli.pprof;

import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.command.Request;
import io.tidemark.cli.flag.FlagValues;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.collect.fetch.FetchOptions;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.model.legacy.LegacyFormat;
import io.tidemark.model.profile.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 *
 * @param sources the profiles
 * @param base what they are compared with
 * @param fetching how profiles are got
 * @param symbols how addresses get names
 * @param view the settings
 * @param request the report; null for the shell
 */
record Invocation(
        List<String> sources,
        Base base,
        Fetching fetching,
        Symbols symbols,
        View view,
        @Nullable Request request) {

    /**
     * What profiles are compared with.
     *
     * @param sources the profiles of the base; none for no comparison
     * @param isDiff whether shares are those of the base
     */
    record Base(List<String> sources, boolean isDiff) {}

    /**
     * How profiles are got.
     *
     * @param duration how long to record, or zero
     * @param timeout how long to wait, or zero
     * @param tls who we are and whom we trust
     * @param limits how much to accept
     */
    record Fetching(Duration duration, Duration timeout, TlsFiles tls, Limits limits) {
        FetchOptions options(Map<String, String> environment) {
            return new FetchOptions(duration, timeout, tls, limits, LegacyFormat.Comments.SKIP, environment);
        }
    }

    /**
     * How addresses get names, and what happens to them then.
     *
     * @param binary the main binary, or empty
     * @param buildId the build id of the main binary where the profile has none, or empty
     * @param mode the text of {@code -symbolize}
     * @param tools the text of {@code -tools}, or empty
     * @param allFrames whether frames stay that the profile says are of no interest
     * @param comment a comment to add to the profile, or empty
     */
    record Symbols(String binary, String buildId, String mode, String tools, boolean allFrames, String comment) {}

    /**
     * Understands the flags and arguments of a command line.
     *
     * @param binary the main binary, if the first argument was one, or empty
     * @param sources the arguments that are profiles
     * @param notices is told of flags that have no effect
     */
    static Invocation of(FlagValues flags, String binary, List<String> sources, Notices notices) throws UsageException {
        View view = sampleType(settings(flags), flags, notices);
        Request request = request(flags, view);
        web(flags, request != null);
        if (view.is(Setting.JSON) && request == null) {
            throw new UsageException("-json: no report (expected -top or another one beside it)");
        }
        Base base = base(flags);
        if (view.is(Setting.NORMALIZE) && base.sources().isEmpty()) {
            throw new UsageException("-normalize: no base (expected -base or -diff_base beside it)");
        }
        Fetching fetching = new Fetching(
                seconds(flags, SourceFlag.SECONDS),
                seconds(flags, SourceFlag.TIMEOUT),
                tls(flags),
                LimitFlags.read(flags));
        Symbols symbols = new Symbols(
                binary,
                text(flags, SourceFlag.BUILDID),
                text(flags, SourceFlag.SYMBOLIZE),
                text(flags, SourceFlag.TOOLS),
                flags.is(SourceFlag.ALL_FRAMES.label()),
                text(flags, SourceFlag.ADD_COMMENT));
        return new Invocation(sources, base, fetching, symbols, view, request);
    }

    /** Whether it asks for the report of a command. */
    boolean isOf(Command command) {
        return request != null && request.command() == command;
    }

    /** Is told something that the user should know. */
    interface Notices {
        void tell(String message);
    }

    private static String text(FlagValues flags, SourceFlag flag) {
        return flags.text(flag.label(), "");
    }

    /** A duration of whole seconds; less than none is none. */
    private static Duration seconds(FlagValues flags, SourceFlag flag) {
        return Duration.ofSeconds(Math.max(0, Math.min(Integer.MAX_VALUE, flags.integer(flag.label(), 0))));
    }

    private static TlsFiles tls(FlagValues flags) throws UsageException {
        try {
            return new TlsFiles(
                    file(flags, SourceFlag.TLS_CERT), file(flags, SourceFlag.TLS_KEY), file(flags, SourceFlag.TLS_CA));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Path> file(FlagValues flags, SourceFlag flag) {
        String file = text(flags, flag);
        return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
    }

    private static View settings(FlagValues flags) throws UsageException {
        View view = View.INITIAL;
        for (Setting setting : Setting.ALL) {
            String value = setting.choices().isEmpty() ? flags.text(setting.label()) : choice(flags, setting);
            if (value != null) {
                view = view.with(setting, value);
            }
        }
        return view;
    }

    private static @Nullable String choice(FlagValues flags, Setting setting) throws UsageException {
        String chosen = null;
        for (Setting.Choice choice : setting.choices()) {
            if (flags.is(choice.name())) {
                if (chosen != null) {
                    throw new UsageException(
                            "-" + chosen + " and -" + choice.name() + ": conflicting options (expected one of them)");
                }
                chosen = choice.name();
            }
        }
        return chosen;
    }

    private static View sampleType(View view, FlagValues flags, Notices notices) {
        View selected = view;
        for (SourceFlag flag : SourceFlag.ALL) {
            if (!flag.sampleType().isEmpty() && flags.is(flag.label())) {
                if (selected.text(Setting.SAMPLE_INDEX).isEmpty()) {
                    selected = selected.with(Setting.SAMPLE_INDEX, flag.sampleType());
                } else {
                    notices.tell("-" + flag.label() + " has no effect: " + selected.text(Setting.SAMPLE_INDEX)
                            + " is selected already");
                }
            }
        }
        return flags.is(SourceFlag.MEAN_DELAY.label()) ? selected.with(Setting.MEAN, true) : selected;
    }

    private static @Nullable Request request(FlagValues flags, View view) throws UsageException {
        List<Request> requests = new ArrayList<>(1);
        for (Command command : Command.ALL) {
            String value = flags.text(command.label(), "");
            if (command.needsArgument() && !value.isEmpty()) {
                requests.add(new Request(command, value, view));
            } else if (!command.needsArgument() && value.equals("true")) {
                requests.add(new Request(command, null, view));
            }
        }
        if (requests.size() > 1) {
            throw new UsageException("-" + requests.get(0).command().label() + " and -"
                    + requests.get(1).command().label() + ": two output formats (expected at most one)");
        }
        return requests.isEmpty() ? null : requests.get(0);
    }

    private static void web(FlagValues flags, boolean hasCommand) throws UsageException {
        boolean isWeb = !text(flags, SourceFlag.HTTP).isEmpty();
        if (isWeb && hasCommand) {
            throw new UsageException("-http: can't be combined with an output format");
        }
        if (isWeb) {
            throw new UsageException("-http: the web page is not there yet; leave the flag out for the shell,"
                    + " or say -web for a graph in the browser");
        }
        if (flags.is(SourceFlag.NO_BROWSER.label())) {
            throw new UsageException("-no_browser: makes sense only with -http");
        }
    }

    private static Base base(FlagValues flags) throws UsageException {
        List<String> base = flags.list(SourceFlag.BASE.label());
        List<String> diffBase = flags.list(SourceFlag.DIFF_BASE.label());
        if (!base.isEmpty() && !diffBase.isEmpty()) {
            throw new UsageException("-base and -diff_base: two bases (expected one of them)");
        }
        return diffBase.isEmpty() ? new Base(base, false) : new Base(diffBase, true);
    }
}
