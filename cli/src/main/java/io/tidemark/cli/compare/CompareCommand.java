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
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.option.OptionCommand;
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
public final class CompareCommand extends OptionCommand<CompareOptions> {
    public CompareCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    protected CompareOptions options() {
        return new CompareOptions();
    }

    @Override
    protected String help() {
        return CompareHelp.TEXT;
    }

    @Override
    protected int carryOut(CompareOptions options) throws UsageException, IOException {
        if (options.sources.size() != 2) {
            throw new UsageException(options.sources.size() + (options.sources.size() == 1 ? " argument" : " arguments")
                    + " (expected two, BEFORE and AFTER; several profiles" + " of one side go into a directory"
                    + seeHelp());
        }
        Judge judge = new Judge(options.catalogue.catalogue());
        Side before = side(Side.Role.BEFORE, options.sources.get(0), options.target, judge);
        Side after = side(Side.Role.AFTER, options.sources.get(1), options.target, judge);
        Comparison comparison;
        try {
            comparison = Comparison.of(before, after);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        write(comparison, options);
        return comparison.isWorse() ? Status.FOUND : Status.OK;
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

    private void write(Comparison comparison, CompareOptions options) throws UsageException, IOException {
        ComparisonFormat format = options.format;
        if (options.output != null) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(options.output))) {
                write(comparison, format, out);
            } catch (IOException e) {
                throw new UsageException(Problem.sentence(e, options.output));
            }
            console.say("Wrote " + options.output);
        } else if (format == ComparisonFormat.TEXT) {
            Ink ink = console.hasColours(Stream.OUT) ? Ink.ANSI : Ink.PLAIN;
            console.print(text(TextComparison.lines(comparison, ink, console.width(Stream.OUT))));
        } else {
            write(comparison, format, console.out());
        }
    }

    private void write(Comparison comparison, ComparisonFormat format, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> JsonComparison.write(comparison, out);
            case TEXT ->
                out.write(Utf8.encode(text(TextComparison.lines(comparison, Ink.PLAIN, console.width(Stream.OUT)))));
            case MARKDOWN -> out.write(Utf8.encode(text(MarkdownComparison.lines(comparison))));
        }
        out.flush();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
