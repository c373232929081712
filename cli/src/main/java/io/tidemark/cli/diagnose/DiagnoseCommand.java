package io.tidemark.cli.diagnose;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.diagnosis.Judge;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.MalformedSignatureException;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.Arguments;
import io.tidemark.cli.observation.Interruption;
import io.tidemark.cli.progress.ObservationProgress;
import io.tidemark.collect.observation.Bounds;
import io.tidemark.collect.observation.Observer;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.collect.observation.Time;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.collect.recorded.Observations;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command {@code tidemark diagnose}. */
public final class DiagnoseCommand {
    private static final int OK = 0;
    private static final int FOUND = 1;
    private static final int USAGE = 2;
    private static final int UNREADABLE = 3;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final long LARGEST_SIGNATURE = 1 << 20; // bytes

    private final Console console;

    public DiagnoseCommand(Console console) {
        this.console = console;
    }

    /** Runs the command and returns the exit status. What goes wrong is told in one line on standard error. */
    public int run(List<String> arguments) {
        try {
            DiagnoseOptions options = new DiagnoseOptions();
            Arguments.parse(options, arguments);
            if (options.isHelp) {
                console.print(DiagnoseHelp.TEXT);
                return OK;
            }
            return diagnose(options);
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

    private int diagnose(DiagnoseOptions options) throws UsageException, IOException {
        AnswerFormat format = AnswerFormat.of(options.format);
        Judge judge = new Judge(catalogue(options));
        List<Observation> observations = observations(options);
        List<Answer> answers = new ArrayList<>();
        boolean isUnreadable = false;
        for (Observation observation : observations) {
            if (observation.captures().stream().allMatch(Capture::isFailed)) {
                console.warn("tidemark: " + observation.target().name() + ": " + reason(observation));
                isUnreadable = true;
            } else {
                answers.add(answer(judge, observation));
            }
        }
        if (!answers.isEmpty()) {
            new AnswerOutput(console).write(answers, format, options);
        }
        boolean isFound = answers.stream()
                .flatMap(answer -> answer.diagnosis().findings().stream())
                .anyMatch(finding -> finding.severity() != Severity.INFO);
        return isUnreadable ? UNREADABLE : isFound ? FOUND : OK;
    }

    private static Answer answer(Judge judge, Observation observation) {
        Readings readings = Readings.of(observation);
        Diagnosis diagnosis = judge.judge(readings, Accounting.of(readings).lines());
        return new Answer(diagnosis, readings);
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

    private List<Observation> observations(DiagnoseOptions options) throws UsageException, IOException {
        try {
            if (options.sources.isEmpty() && options.target.hasLocalTarget()) {
                return observe(options, List.of());
            }
            if (options.sources.isEmpty()) {
                throw new UsageException(
                        "no target (expected an address such as HOST:6060, --pid, a bundle or profiles;"
                                + " tidemark diagnose -h explains all)");
            }
            Observations.Opened opened = Observations.open(options.sources);
            if (opened instanceof Observations.Past past) {
                past.notes().forEach(console::say);
                return past.observations();
            }
            return observe(options, ((Observations.Live) opened).targets());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private List<Observation> observe(DiagnoseOptions options, List<TargetAddress> urls)
            throws UsageException, IOException {
        Duration duration = options.duration;
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new UsageException("--duration: " + duration.toSeconds() + " s (expected 1s to 24h)");
        }
        List<TargetAddress> targets = options.target.targets(urls);
        Plan plan = Plan.of(duration).within(Bounds.DEFAULT.withTimeout(options.target.timeout()));
        Observer observer =
                new Observer(options.target.transport(console.environment()), SystemFiles.LIVE, Time.SYSTEM);
        try (Interruption interruption = Interruption.listen();
                ObservationProgress progress = new ObservationProgress(console, targets.size())) {
            return observer.observe(targets, plan, progress, interruption.cancellation());
        }
    }

    // ---- what is known ----

    private static Catalogue catalogue(DiagnoseOptions options) throws UsageException, IOException {
        Path directory = options.signatures;
        if (directory == null) {
            return Catalogue.builtIn();
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")) {
                    if (Files.size(file) > LARGEST_SIGNATURE) {
                        throw new UsageException("--signatures: " + file + " has " + Files.size(file)
                                + " bytes (expected a signature, 1 MiB at most)");
                    }
                    texts.put(file.toString(), Files.readString(file));
                }
            }
            return Catalogue.builtIn().with(texts);
        } catch (MalformedSignatureException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
