package io.tidemark.lab.score.run;

import io.tidemark.collect.bundle.Bundle;
import io.tidemark.collect.bundle.BundleWriter;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.observation.Cancellation;
import io.tidemark.collect.observation.Observer;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.Progress;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.collect.observation.Time;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.lab.score.program.RunningProgram;
import io.tidemark.lab.score.program.Status;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One program from its start to its end.
 *
 * <pre>
 * start | warm-up | some seconds without us | observation             | end
 *                                           ^ number of events        ^ number of events
 * </pre>
 */
final class Session {
    private static final Duration ALONE = Duration.ofSeconds(5);

    private final Observer observer = new Observer(
            new Transport(new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty()), Map.of()),
            SystemFiles.LIVE,
            Time.SYSTEM);
    private final Path binaries;
    private final Path directory;

    /**
     * Sessions of the programs in a directory.
     *
     * @param binaries where the programs are
     * @param directory where the runs go
     */
    Session(Path binaries, Path directory) {
        this.binaries = binaries;
        this.directory = directory;
    }

    /**
     * Makes a run, and leaves its bundle in the directory.
     *
     * @param length how long to observe
     * @throws IOException when the program, or its observation, ends too early
     */
    Run run(Job job, Duration length) throws IOException, InterruptedException {
        Path log = directory.resolve(job.name() + ".log");
        Duration needed = job.truth().warmup().plus(ALONE).plus(length);
        try (RunningProgram program = RunningProgram.start(job.command(binaries, needed), log)) {
            Thread.sleep(job.truth().warmup().toMillis());
            Meter before = new Meter(program);
            Thread.sleep(ALONE.toMillis());
            double processorsBefore = before.processors();

            Path bundle = Run.bundle(directory, job.name());
            Status first = program.status();
            Meter during = new Meter(program);
            observe(target(program, first), Plan.of(length), bundle);
            double processors = during.processors();
            double seconds = during.seconds();
            Status last = program.status();
            requireWhole(bundle);
            return new Run(
                    job.truth().name(),
                    job.rate(),
                    job.seed(),
                    job.hasNoise(),
                    new Run.Load(last.events() - first.events(), during.seconds(), last.capped()),
                    new Run.Cost(seconds, processors, processorsBefore));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static TargetAddress target(RunningProgram program, Status status) {
        TargetAddress target = TargetAddress.parse(program.url()).withProcess(program.pid());
        return status.cgroup().isEmpty() ? target : target.withCgroup(status.cgroup());
    }

    private void observe(TargetAddress target, Plan plan, Path bundle) throws IOException {
        try (BundleWriter writer = BundleWriter.create(bundle)) {
            observer.record(List.of(target), plan, writer, Progress.SILENT, new Cancellation());
        }
    }

    private static void requireWhole(Path bundle) throws IOException {
        Observation observation = Bundle.read(bundle).get(0);
        if (observation.captures(CaptureName.GOROUTINES).count() < 2) {
            throw new IOException("fewer than two profiles of goroutines in "
                    + observation.length().toSeconds() + " s"
                    + (observation.notes().isEmpty()
                            ? ""
                            : ": " + observation.notes().get(0)));
        }
    }

    /** The processor time of a program since some moment. */
    private static final class Meter {
        private final RunningProgram program;
        private final long start = System.nanoTime();
        private final Duration used;

        Meter(RunningProgram program) {
            this.program = program;
            this.used = program.processorTime();
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        double processors() {
            return program.processorTime().minus(used).toNanos() / 1e9 / seconds();
        }
    }
}
