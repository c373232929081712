package io.tidemark.lab.score;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.TextAnswer;
import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.grade.Grader;
import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.report.JsonReport;
import io.tidemark.lab.score.report.Report;
import io.tidemark.lab.score.run.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges bundles again, and grades the answers. */
@Command(
        name = "replay",
        description = "Diagnoses all bundles in directories, compares with the truth, and prints the result.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final int NONE = 3;
    private static final int WIDTH = 100;

    @Option(names = "--wrong", description = "only what is wrong")
    private boolean isWrongOnly;

    @Option(names = "--json", description = "for programs")
    private boolean isJson;

    @Option(names = "--program", paramLabel = "NAME", description = "the full answers for a program or a run")
    private @Nullable String program;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "where the bundles are")
    private List<Path> directories = List.of();

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Grader grader = new Grader(Lab.of(Main.repository()));
        List<Grade> grades = new ArrayList<>();
        for (Path directory : directories) {
            List<Run> runs =
                    Run.readAll(directory).stream().filter(this::isMeant).toList();
            grades.addAll(grader.gradeAll(directory, runs));
        }
        if (grades.isEmpty()) {
            System.err.println("lab/score/run: no runs there" + (program == null ? "" : " of " + program));
            return NONE;
        }
        print(grades);
        return 0;
    }

    private boolean isMeant(Run run) {
        return program == null || run.program().equals(program) || run.name().equals(program);
    }

    private void print(List<Grade> grades) throws IOException {
        Report report = new Report(grades);
        if (isJson) {
            JsonReport.write(grades, out);
        } else if (program != null) {
            grades.forEach(this::answer);
        } else {
            (isWrongOnly ? report.wrong() : report.lines()).forEach(out::println);
        }
    }

    private void answer(Grade grade) {
        List<String> wrong = grade.wrong();
        out.println("# " + grade.run().name() + (wrong.isEmpty() ? "" : "; wrong: " + String.join(", ", wrong)));
        out.println();
        TextAnswer.lines(grade.answer().diagnosis(), Ink.PLAIN, WIDTH).forEach(out::println);
        out.println();
    }
}
