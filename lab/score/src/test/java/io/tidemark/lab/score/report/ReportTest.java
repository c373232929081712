package io.tidemark.lab.score.report;

import static io.tidemark.lab.score.grade.Samples.HEALTHY;
import static io.tidemark.lab.score.grade.Samples.LEAK;
import static io.tidemark.lab.score.grade.Samples.grade;
import static io.tidemark.lab.score.grade.Samples.leak;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.finding.Verdict;
import io.tidemark.lab.score.grade.Grade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final List<Grade> GRADES = List.of(
            grade(LEAK, Verdict.LEAK, leak()),
            grade(LEAK, Verdict.LEAK, leak()),
            grade(LEAK, Verdict.HEALTHY),
            grade(HEALTHY, Verdict.LEAK, leak()));

    private static final String EXPECTED = "leak: goroutine-leak G07 app.Start, fd-leak";
    private static final String SAID = "leak: goroutine-leak G07 app.Start";

    @Test
    void programs_equalAnswers_areOneLine() {
        assertThat(new Report(GRADES).programs())
                .containsExactly(
                        "| program | half | rate | expected | said | wrong | runs |",
                        "|---|---|---|---|---|---|---|",
                        "| worker | train | medium | " + EXPECTED + " | " + SAID + " |  | 2 |",
                        "| worker | train | medium | " + EXPECTED + " | healthy | **class** | 1 |",
                        "| echo | test | medium | healthy | " + SAID + " | **class** | 1 |");
    }

    @Test
    void wrong_hasOnlyThat() {
        assertThat(new Report(GRADES).wrong()).hasSize(4).noneMatch(line -> line.endsWith("| 2 |"));
    }

    @Test
    void lines_haveHalves_matrixAndFalseAlarms() {
        assertThat(new Report(GRADES).lines())
                .contains(
                        "|  | all | train | test |",
                        "| class right | 50 % of 4 | 67 % of 3 | 0 % of 1 |",
                        "| all | leak | problem | waste | healthy | undecided |",
                        "| leak | 2 | 0 | 0 | 1 | 0 |",
                        "- `echo.medium.1`: " + SAID + "; goroutine leak");
    }

    @Test
    void json_hasARunALine_andTheSummary() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonReport.write(GRADES, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("{\"run\": \"echo.medium.1\", \"half\": \"test\", \"class\": \"healthy\", \"said\": \"leak\"")
                .contains("\"wrong\": [\"class\"]}")
                .contains("\"class right\": 0.5");
    }
}
