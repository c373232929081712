package io.tidemark.lab.score.grade;

import static io.tidemark.lab.score.grade.Samples.HEALTHY;
import static io.tidemark.lab.score.grade.Samples.LEAK;
import static io.tidemark.lab.score.grade.Samples.grade;
import static io.tidemark.lab.score.grade.Samples.leak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final List<Grade> GRADES = List.of(
            grade(LEAK, Verdict.LEAK, leak()),
            grade(LEAK, Verdict.HEALTHY),
            grade(LEAK, "slow", Verdict.UNDECIDED),
            grade(HEALTHY, Verdict.LEAK, leak()),
            grade(HEALTHY, Verdict.HEALTHY),
            grade(HEALTHY, Verdict.UNDECIDED));

    @Test
    void class_right_countsWhatTheTruthAllows() {
        assertThat(figure("class right").text()).isEqualTo("50 % of 6");
    }

    @Test
    void precision_isOfThoseThatWereCalledSo() {
        assertThat(figure("leak, precision").text()).isEqualTo("50 % of 2");
        assertThat(figure("healthy, precision").text()).isEqualTo("50 % of 2");
    }

    @Test
    void recall_isOfThoseThatAreSo() {
        assertThat(figure("leak, recall").text()).isEqualTo("67 % of 3");
        assertThat(figure("healthy, recall").text()).isEqualTo("33 % of 3");
    }

    @Test
    void mean_leavesOutClassesWithoutARun() {
        assertThat(figure("mean of the classes, recall").value()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void alarms_andMisses_areShares() {
        assertThat(figure("any alarm, recall").text()).isEqualTo("67 % of 3");
        assertThat(figure("false alarms of healthy programs").text()).isEqualTo("33 % of 3");
        assertThat(figure("called healthy though something is wrong").text()).isEqualTo("33 % of 3");
        assertThat(figure("undecided").text()).isEqualTo("33 % of 6");
    }

    @Test
    void confidence_comparesWhatIsStatedWithWhatIsRight() {
        assertThat(figure("confidence high, stated and right").text()).isEqualTo("80 %: 50 % of 2");
        assertThat(figure("confidence low, stated and right").text()).isEqualTo("–");
        assertThat(figure("confidence, Brier score").value()).isCloseTo((0.04 + 0.64) / 2, within(1e-9));
    }

    @Test
    void all_ofNothing_haveADash() {
        assertThat(Measures.all().stream()
                        .skip(1)
                        .map(measure -> measure.of().apply(List.of()).text()))
                .containsOnly("–");
    }

    private static Figure figure(String name) {
        return Measures.all().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of()
                .apply(GRADES);
    }
}
