package io.tidemark.cli.diagnose;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.diagnosis.Judge;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.ByteSize;
import io.tidemark.cli.observation.Interruption;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.cli.progress.ObservationProgress;
import io.tidemark.collect.observation.Bounds;
import io.tidemark.collect.observation.Observer;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.collect.observation.Time;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.collect.recorded.Observations;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The command {@code tidemark diagnose}. */
public final class DiagnoseCommand extends OptionCommand<DiagnoseOptions> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    public DiagnoseCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    protected DiagnoseOptions options() {
        return new DiagnoseOptions();
    }

    @Override
    protected String help() {
        return DiagnoseHelp.TEXT;
    }

    @Override
    protected int carryOut(DiagnoseOptions options) throws UsageException, IOException {
        Judge judge = new Judge(options.catalogue.catalogue());
        AnswerOutput output = new AnswerOutput(console);
        String monitor = options.monitor;
        OptionalDouble shown =
                monitor == null ? OptionalDouble.empty() : OptionalDouble.of(ByteSize.parse("--monitor", monitor));
        List<Observation> observations = observations(options, output);
        List<Answer> answers = new ArrayList<>();
        boolean isUnreadable = false;
        for (Observation observation : observations) {
            if (observation.captures().stream().allMatch(Capture::isFailed)) {
                console.warn("tidemark: " + observation.target().name() + ": " + reason(observation));
                isUnreadable = true;
            } else {
                if (isSilent(observation)) {
                    console.warn("tidemark: " + observation.target().url() + ": " + silence(observation)
                            + "; the answer rests on what Linux tells");
                    isUnreadable = true;
                }
                answers.add(answer(judge, observation, shown));
            }
        }
        if (!answers.isEmpty()) {
            output.write(answers, options);
        }
        boolean isFound = answers.stream()
                .flatMap(answer -> answer.diagnosis().findings().stream())
                .anyMatch(finding -> finding.severity() != Severity.INFO);
        return isUnreadable ? Status.UNREADABLE : isFound ? Status.FOUND : Status.OK;
    }

    private static Answer answer(Judge judge, Observation observation, OptionalDouble shown) {
        Readings readings = Readings.of(observation);
        Accounting accounting = Accounting.of(readings, shown);
        Diagnosis diagnosis = judge.judge(readings, accounting.lines());
        Diagnosis complete = accounting
                .fit()
                .map(fit -> diagnosis.withNote("your monitor " + fit.words(shown.orElse(0))))
                .orElse(diagnosis);
        return new Answer(complete, readings);
    }

    /** Whether a server that was observed gave no page at all. */
    private static boolean isSilent(Observation observation) {
        return !observation.target().url().isEmpty()
                && pages(observation).findAny().isPresent()
                && pages(observation).allMatch(Capture::isFailed);
    }

    private static Stream<Capture> pages(Observation observation) {
        return observation.captures().stream()
                .filter(capture -> !capture.name().startsWith(CaptureName.PROC)
                        && !capture.name().startsWith(CaptureName.CGROUP));
    }

    private static String silence(Observation observation) {
        return pages(observation).map(Capture::problem).findFirst().orElse("no page came");
    }

    private static String reason(Observation observation) {
        return observation.captures().stream()
                .map(Capture::problem)
                .findFirst()
                .orElse(
                        observation.notes().isEmpty()
                                ? "nothing could be read"
                                : observation.notes().get(0));
    }

    // ---- what is judged ----

    private List<Observation> observations(DiagnoseOptions options, AnswerOutput output)
            throws UsageException, IOException {
        try {
            if (options.sources.isEmpty() && options.target.hasLocalTarget()) {
                return observe(options, output, List.of());
            }
            if (options.sources.isEmpty()) {
                throw new UsageException(
                        "no target (expected an address such as HOST:6060, --pid, a bundle or profiles" + seeHelp());
            }
            Observations.Opened opened = Observations.open(options.sources);
            if (opened instanceof Observations.Past past) {
                output.check(options, past.observations().size());
                past.notes().forEach(console::say);
                requireOne(options, past.observations().size());
                return past.observations();
            }
            return observe(options, output, ((Observations.Live) opened).targets());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private List<Observation> observe(DiagnoseOptions options, AnswerOutput output, List<TargetAddress> urls)
            throws UsageException, IOException {
        Duration duration = options.duration;
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new UsageException("--duration: " + duration.toSeconds() + " s (expected 1s to 24h)");
        }
        List<TargetAddress> targets = options.target.targets(urls);
        output.check(options, targets.size());
        requireOne(options, targets.size());
        Plan plan = Plan.of(duration).within(Bounds.DEFAULT.withTimeout(options.target.timeout()));
        Observer observer =
                new Observer(options.target.transport(console.environment()), SystemFiles.LIVE, Time.SYSTEM);
        try (Interruption interruption = Interruption.listen();
                ObservationProgress progress = new ObservationProgress(console, targets.size())) {
            return observer.observe(targets, plan, progress, interruption.cancellation());
        }
    }

    /** A number of a monitor is that of one target. */
    private static void requireOne(DiagnoseOptions options, int targets) throws UsageException {
        if (options.monitor != null && targets > 1) {
            throw new UsageException("--monitor with " + targets + " targets (expected it with one)");
        }
    }
}
