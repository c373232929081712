package io.tidemark.lab.score.grade;

import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges the bundles of runs, and grades the answers. */
public final class Grader {
    private static final int WORKERS = 2;

    private final Lab lab;
    private final Catalogue catalogue = Catalogue.builtIn();

    public Grader(Lab lab) {
        this.lab = lab;
    }

    /** Grades all runs in a directory, in the order of their names. */
    public List<Grade> gradeAll(Path directory) throws IOException, InterruptedException {
        return gradeAll(directory, Run.readAll(directory));
    }

    /** Grades runs, whose bundles are in a directory. */
    public List<Grade> gradeAll(Path directory, List<Run> runs) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Grade>> futures = new ArrayList<>();
            for (Run run : runs) {
                futures.add(workers.submit(() -> grade(directory, run)));
            }
            List<Grade> grades = new ArrayList<>();
            for (Future<Grade> future : futures) {
                grades.add(future.get());
            }
            return grades;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() instanceof IOException cause ? cause.getMessage() : e.toString(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Judges the bundle of a run, and grades the answer. */
    public Grade grade(Path directory, Run run) throws IOException {
        Truth truth = lab.truth(run.program())
                .orElseThrow(() -> new IOException(run.name() + ": the lab has no program " + run.program()));
        return new Grade(run, truth, Answer.of(run.observation(directory), catalogue));
    }
}
