package io.tidemark.lab.score;

import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.grade.Grader;
import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.report.Machine;
import io.tidemark.lab.score.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Observes programs, judges what was seen, and writes the report. */
@Command(
        name = "live",
        description = "Records, replays, and writes lab/score/report.md.",
        mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    @Mixin
    private RecordOptions options = new RecordOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int status = options.record();
        Lab lab = Lab.of(Main.repository());
        List<Grade> grades = new Grader(lab).gradeAll(options.directory());
        List<String> lines = new ArrayList<>(List.of("# What the diagnosis got right", ""));
        lines.addAll(Machine.lines(Main.repository()));
        lines.addAll(List.of("", "`lab/score/run live` wrote this; the README says what each figure means.", ""));
        lines.addAll(List.of("## Programs", ""));
        lines.addAll(new Report(grades).lines());
        Path report = Main.repository().resolve("lab/score/report.md");
        Files.write(report, lines);
        System.err.println("wrote " + report);
        return status;
    }
}
