package io.tidemark.cli.record;

import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.Interruption;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.cli.progress.ObservationProgress;
import io.tidemark.collect.bundle.BundleWriter;
import io.tidemark.collect.observation.Bounds;
import io.tidemark.collect.observation.Observer;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.collect.observation.Time;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.measurement.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command {@code tidemark record}. */
public final class RecordCommand extends OptionCommand<RecordOptions> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Time time;

    public RecordCommand(Console console) {
        this(console, Time.SYSTEM);
    }

    RecordCommand(Console console, Time time) {
        super(console);
        this.time = time;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    protected RecordOptions options() {
        return new RecordOptions();
    }

    @Override
    protected String help() {
        return RecordHelp.TEXT;
    }

    @Override
    protected int carryOut(RecordOptions options) throws UsageException {
        Plan plan = plan(options);
        List<TargetAddress> targets = targets(options);
        Path output = options.output;
        if (output == null) {
            throw new UsageException("no --output (expected the file to write, such as --output incident.zip)");
        }
        if (Files.isDirectory(output)) {
            throw new UsageException("--output: " + output + " is a directory (expected a file)");
        }
        Observer observer = new Observer(options.target.transport(console.environment()), SystemFiles.LIVE, time);
        Seen seen;
        try {
            seen = record(observer, plan, targets, output);
        } catch (IOException e) {
            throw new UsageException(Problem.sentence(e, output));
        }
        seen.tell(console);
        return seen.hasUnreadable() ? Status.UNREADABLE : Status.OK;
    }

    /** Writes the bundle. What can't be read of targets is told by what was seen; only writing fails. */
    private Seen record(Observer observer, Plan plan, List<TargetAddress> targets, Path output) throws IOException {
        Seen seen;
        try (BundleWriter bundle = BundleWriter.create(output);
                Interruption interruption = Interruption.listen()) {
            seen = new Seen(bundle, targets);
            try (ObservationProgress progress = new ObservationProgress(console, targets.size())) {
                observer.record(targets, plan, seen, progress, interruption.cancellation());
            }
            if (seen.isEmpty()) {
                bundle.discard();
            }
        }
        if (!seen.isEmpty()) {
            console.say("Wrote " + output + ", " + Measurement.label(Files.size(output), "bytes")
                    + "; tidemark diagnose " + output + " tells what it means");
        }
        return seen;
    }

    private static Plan plan(RecordOptions options) throws UsageException {
        Duration every = options.every;
        Duration duration = options.duration;
        if (every.compareTo(SHORTEST) < 0) {
            throw new UsageException("--every: " + every.toMillis() + " ms (expected 1s or more)");
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new UsageException("--duration: " + duration.toSeconds() + " s (expected 1s to 168h)");
        }
        Bounds bounds = Bounds.DEFAULT.withTimeout(options.target.timeout());
        try {
            return Plan.of(duration, every).within(bounds);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--every: " + e.getMessage());
        }
    }

    private List<TargetAddress> targets(RecordOptions options) throws UsageException {
        List<TargetAddress> targets = options.target.live(options.urls);
        if (targets.isEmpty()) {
            throw new UsageException("no target (expected an address such as HOST:6060, or --pid" + seeHelp());
        }
        return targets;
    }
}
