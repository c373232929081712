package io.tidemark.lab.score.run;

import io.tidemark.lab.score.program.Truth;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes runs, several at once, and leaves a bundle and a file of JSON of each in a directory. */
public final class Recorder {
    private static final int ATTEMPTS = 2;
    private static final Duration USUAL = Duration.ofSeconds(60);

    private final Session session;
    private final Path directory;
    private final Duration length;
    private final PrintStream progress;
    private final AtomicInteger done = new AtomicInteger();

    /**
     * A recorder.
     *
     * @param binaries where the programs are
     * @param directory where the runs go
     * @param length how long to observe each program, unless it needs more
     * @param progress gets a line for each run
     */
    public Recorder(Path binaries, Path directory, Duration length, PrintStream progress) {
        this.session = new Session(binaries, directory);
        this.directory = directory;
        this.length = length;
        this.progress = progress;
    }

    /**
     * Makes the runs that are not in the directory yet. One that fails is made once more.
     *
     * @param parallel how many at once
     * @return how many could not be made
     */
    public int record(List<Job> jobs, int parallel) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        List<Job> missing =
                jobs.stream().filter(job -> !Run.exists(directory, job.name())).toList();
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (Job job : missing) {
                runs.add(workers.submit(() -> isMade(job, missing.size())));
            }
            int failed = 0;
            for (Future<Boolean> run : runs) {
                failed += run.get() ? 0 : 1;
            }
            return failed;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean isMade(Job job, int all) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Run run = session.run(job, length(job.truth()));
                run.write(directory);
                say(all, run);
                return true;
            } catch (IOException e) {
                progress.println(
                        job.name() + " failed" + (attempt < ATTEMPTS ? ", once more" : "") + ": " + e.getMessage());
            }
        }
        done.incrementAndGet();
        return false;
    }

    /** Some programs show what they are only after more than the usual time; they get it, whatever else was asked for. */
    private Duration length(Truth truth) {
        Duration least = truth.least();
        return least.compareTo(USUAL) > 0 && least.compareTo(length) > 0 ? least : length;
    }

    private void say(int all, Run run) {
        String capped =
                run.load().capped().isEmpty() ? "" : "; capped at " + run.load().capped();
        progress.printf(
                "%d of %d: %s, %d events in %.0f s%s%n",
                done.incrementAndGet(),
                all,
                run.name(),
                run.load().events(),
                run.load().seconds(),
                capped);
    }
}
