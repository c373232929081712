package io.tidemark.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.grade.Grader;
import io.tidemark.lab.score.program.Lab;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges one run of each program at the medium rate, and compares the answer with the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundlesTest {
    private static final Path BUNDLES = Path.of("src/test/bundles");
    private static final Path KNOWN = BUNDLES.resolve("known-wrong.txt");
    private static final Pattern LINE = Pattern.compile("([a-z0-9-]+): ([a-z, ]+) \\((.+)\\)");

    private final Lab lab = Lab.of(Path.of("../.."));
    private final Grader grader = new Grader(lab);
    private final Map<String, String> knownWrong = knownWrong();

    BundlesTest() throws IOException {}

    @ParameterizedTest
    @MethodSource
    void grade_bundle_isRightOrKnownToBeWrong(Run run) throws IOException {
        Grade grade = grader.grade(BUNDLES, run);

        assertThat(String.join(", ", grade.wrong()))
                .as(
                        "what is wrong with %s; lab/score/run replay --program %s lab/score/%s shows the answer."
                                + " What is right now is to be removed from %s",
                        run.program(), run.program(), BUNDLES, KNOWN)
                .isEqualTo(knownWrong.getOrDefault(run.program(), ""));
    }

    static List<Run> grade_bundle_isRightOrKnownToBeWrong() throws IOException {
        return Run.readAll(BUNDLES);
    }

    @Test
    void bundles_areThere_ofEachProgram() throws IOException {
        assertThat(Run.readAll(BUNDLES))
                .extracting(Run::program)
                .containsExactlyInAnyOrderElementsOf(
                        lab.truths().stream().map(Truth::name).toList());
    }

    @Test
    void knownWrong_hasOnly_programsOfTheLab() throws IOException {
        assertThat(Run.readAll(BUNDLES)).extracting(Run::program).containsAll(knownWrong.keySet());
    }

    /** What is wrong, by program. */
    private static Map<String, String> knownWrong() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (String line : Files.readAllLines(KNOWN)) {
            if (!line.startsWith("#")) {
                Matcher parts = LINE.matcher(line);
                assertThat(parts.matches())
                        .as("'%s' (expected 'program: part, part (reason)')", line)
                        .isTrue();
                wrong.put(parts.group(1), parts.group(2));
            }
        }
        return wrong;
    }
}
