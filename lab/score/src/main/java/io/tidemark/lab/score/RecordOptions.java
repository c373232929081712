package io.tidemark.lab.score;

import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Job;
import io.tidemark.lab.score.run.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which programs to observe, and how. */
final class RecordOptions {
    private static final int INCOMPLETE = 3;
    private static final List<String> RATES = List.of("slow", "medium", "fast");

    @Option(names = "--rates", split = ",", description = "slow, medium, fast (default: medium,fast)")
    private List<String> rates = List.of("medium", "fast");

    @Option(names = "--repeats", description = "runs of each, with seeds of their own (default: 3)")
    private int repeats = 3;

    @Option(names = "--seed", description = "the first seed (default: 1)")
    private long seed = 1;

    @Option(names = "--duration", description = "how long to observe, unless a program needs more (default: 60s)")
    private Duration duration = Duration.ofSeconds(60);

    @Option(names = "--parallel", description = "programs at once (default: 4)")
    private int parallel = 4;

    @Option(names = "--only", split = ",", description = "these programs (default: all)")
    private List<String> only = List.of();

    @Option(names = "--noise", description = "with garbage in the background, and load that rises and falls")
    private boolean hasNoise;

    @Parameters(paramLabel = "DIR", description = "where the bundles go")
    private Path directory = Path.of("");

    Path directory() {
        return directory;
    }

    /** Makes the runs; returns the exit status. */
    int record() throws IOException, InterruptedException {
        Lab lab = Lab.of(Main.repository());
        Path binaries = Main.repository().resolve("lab/score/target/programs");
        List<Job> jobs = jobs(lab);
        lab.build(binaries);
        List<Job> possible = jobs.stream()
                .filter(job -> Files.exists(binaries.resolve(job.truth().binary())))
                .toList();
        int failed = new Recorder(binaries, directory, duration, System.err).record(possible, parallel);
        int missing = failed + jobs.size() - possible.size();
        if (missing > 0) {
            System.err.println(missing + " of " + jobs.size() + " runs could not be made");
        }
        return missing == 0 ? 0 : INCOMPLETE;
    }

    /** All programs once, then all once more. */
    private List<Job> jobs(Lab lab) {
        require(repeats >= 1, "--repeats: " + repeats + " (expected 1 or more)");
        require(parallel >= 1, "--parallel: " + parallel + " (expected 1 or more)");
        require(
                RATES.containsAll(rates),
                "--rates: " + String.join(",", rates) + " (expected some of slow,medium,fast)");
        List<Job> jobs = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (String rate : rates) {
                for (Truth truth : chosen(lab)) {
                    jobs.add(new Job(truth, rate, seed + repeat, hasNoise));
                }
            }
        }
        return jobs;
    }

    private List<Truth> chosen(Lab lab) {
        List<Truth> truths = new ArrayList<>();
        for (String name : only) {
            lab.truth(name).ifPresent(truths::add);
        }
        require(truths.size() == only.size(), "--only: " + String.join(",", only) + " (expected programs of the lab)");
        return only.isEmpty() ? lab.truths() : truths;
    }

    private static void require(boolean isSo, String message) {
        if (!isSo) {
            throw new IllegalArgumentException(message);
        }
    }
}
