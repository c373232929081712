package io.tidemark.cli.compare;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.comparison.Comparison;
import io.tidemark.analysis.comparison.JsonComparison;
import io.tidemark.analysis.comparison.MarkdownComparison;
import io.tidemark.analysis.comparison.Side;
import io.tidemark.analysis.comparison.TextComparison;
import io.tidemark.analysis.diagnosis.Judge;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.Arguments;
import io.tidemark.collect.recorded.Observations;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.profile.Utf8;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** The command {@code tidemark compare}. */
public final class CompareCommand {
    private static final int OK = 0;
    private static final int WORSE = 1;
    private static final int USAGE = 2;
    private static final int UNREADABLE = 3;
    private static final int USUAL_WIDTH = 80;

    private final Console console;

    public CompareCommand(Console console) {
        this.console = console;
    }

    /** Runs the command and returns the exit status. What goes wrong is told in one line on standard error. */
    public int run(List<String> arguments) {
        try {
            CompareOptions options = new CompareOptions();
            Arguments.parse(options, arguments);
            if (options.isHelp) {
                console.print(CompareHelp.TEXT);
                return OK;
            }
            return compare(options);
        } catch (ClosedOutputException e) {
            return ClosedOutputException.STATUS;
        } catch (UsageException e) {
            console.warn("tidemark: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return UNREADABLE;
        }
    }

    private int compare(CompareOptions options) throws UsageException, IOException {
        ComparisonFormat format = ComparisonFormat.of(options.format);
        if (options.sources.size() != 2) {
            throw new UsageException(
                    options.sources.size() + " arguments (expected two, BEFORE and AFTER; several profiles"
                            + " of one side go into a directory; tidemark compare -h explains all)");
        }
        Judge judge = new Judge(Catalogue.builtIn());
        Side before = side(Side.Role.BEFORE, options.sources.get(0), options.target, judge);
        Side after = side(Side.Role.AFTER, options.sources.get(1), options.target, judge);
        Comparison comparison;
        try {
            comparison = Comparison.of(before, after);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        write(comparison, format, options);
        return comparison.isWorse() ? WORSE : OK;
    }

    // ---- what is compared ----

    private Side side(Side.Role role, String source, String target, Judge judge) throws UsageException, IOException {
        Observation observation = observation(source, target);
        if (observation.captures().stream().allMatch(Capture::isFailed)) {
            throw new IOException(source + ": nothing in it that could be read");
        }
        Readings readings = Readings.of(observation);
        return new Side(
                role,
                source,
                readings,
                judge.judge(readings, Accounting.of(readings).lines()));
    }

    private Observation observation(String source, String target) throws UsageException, IOException {
        List<Observation> all = observations(source).stream()
                .filter(observation -> observation.target().name().contains(target))
                .toList();
        if (all.isEmpty()) {
            throw new UsageException("--target: " + source + " has no target with '" + target + "' in its address");
        }
        if (all.size() > 1) {
            String names =
                    all.stream().map(observation -> observation.target().name()).collect(Collectors.joining(", "));
            throw new UsageException(
                    source + ": " + all.size() + " targets (" + names + "; expected one, which --target names)");
        }
        return all.get(0);
    }

    private List<Observation> observations(String source) throws UsageException, IOException {
        try {
            Observations.Opened opened = Observations.open(List.of(source));
            if (opened instanceof Observations.Past past) {
                past.notes().forEach(console::say);
                return past.observations();
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        throw new UsageException(source + ": a running program (expected what was recorded of it, with: tidemark record"
                + " --duration 2m --output FILE " + source + ")");
    }

    // ---- what comes of it ----

    private void write(Comparison comparison, ComparisonFormat format, CompareOptions options) throws IOException {
        if (options.output != null) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(options.output))) {
                write(comparison, format, out);
            }
            console.say("Wrote " + options.output);
        } else if (format == ComparisonFormat.TEXT) {
            console.print(text(TextComparison.lines(comparison, ink(), width())));
        } else {
            write(comparison, format, console.out());
        }
    }

    private void write(Comparison comparison, ComparisonFormat format, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> JsonComparison.write(comparison, out);
            case TEXT -> out.write(Utf8.encode(text(TextComparison.lines(comparison, Ink.PLAIN, width()))));
            case MARKDOWN -> out.write(Utf8.encode(text(MarkdownComparison.lines(comparison))));
        }
        out.flush();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private Ink ink() {
        boolean hasColours = console.isTerminal(Stream.OUT)
                && console.environment("NO_COLOR").isEmpty()
                && !console.environment("TERM").equals("dumb");
        return hasColours ? Ink.ANSI : Ink.PLAIN;
    }

    private int width() {
        try {
            return Integer.parseInt(console.environment("COLUMNS"));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
