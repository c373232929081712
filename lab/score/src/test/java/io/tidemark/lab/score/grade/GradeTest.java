package io.tidemark.lab.score.grade;

import static io.tidemark.lab.score.grade.Samples.CHILD;
import static io.tidemark.lab.score.grade.Samples.HEALTHY;
import static io.tidemark.lab.score.grade.Samples.LEAK;
import static io.tidemark.lab.score.grade.Samples.PAGE_CACHE;
import static io.tidemark.lab.score.grade.Samples.finding;
import static io.tidemark.lab.score.grade.Samples.grade;
import static io.tidemark.lab.score.grade.Samples.leak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import org.junit.jupiter.api.Test;

class GradeTest {
    private static final Finding GROWTH = finding(Kind.HEAP_GROWTH, Severity.CRITICAL, "H02", "example.com/app.Put");
    private static final Finding FILES = finding(Kind.FD_LEAK, Severity.CRITICAL, "O08", "");

    @Test
    void wrong_wholeTruth_isEmpty() {
        assertThat(grade(LEAK, Verdict.LEAK, leak(), FILES).wrong()).isEmpty();
        assertThat(grade(HEALTHY, Verdict.HEALTHY).wrong()).isEmpty();
    }

    @Test
    void wrong_otherFinding_namesEachPart() {
        Finding other = finding(Kind.HEAP_GROWTH, Severity.CRITICAL, "H02", "example.com/app.Put");

        assertThat(grade(LEAK, Verdict.LEAK, other).wrong()).containsExactly("kind", "signature", "culprit");
    }

    @Test
    void verdict_undecided_isRightWhereTheTruthAllowsIt() {
        assertThat(grade(LEAK, "slow", Verdict.UNDECIDED).verdict()).isEqualTo(Mark.RIGHT);
        assertThat(grade(LEAK, "slow", Verdict.HEALTHY).verdict()).isEqualTo(Mark.WRONG);
        assertThat(grade(LEAK, "slow", Verdict.LEAK, leak()).verdict()).isEqualTo(Mark.RIGHT);
        assertThat(grade(LEAK, "medium", Verdict.UNDECIDED).verdict()).isEqualTo(Mark.WRONG);
    }

    @Test
    void cause_undecided_isNotAskedFor() {
        Grade grade = grade(LEAK, "slow", Verdict.UNDECIDED);

        assertThat(grade.kind()).isEqualTo(Mark.NOT_ASKED);
        assertThat(grade.culprit()).isEqualTo(Mark.NOT_ASKED);
        assertThat(grade.fix()).isEqualTo(Mark.NOT_ASKED);
    }

    @Test
    void kind_behindSomethingTrue_isRight() {
        assertThat(grade(LEAK, Verdict.LEAK, FILES, leak()).kind()).isEqualTo(Mark.RIGHT);
        assertThat(grade(LEAK, Verdict.LEAK, GROWTH, leak()).kind()).isEqualTo(Mark.WRONG);
        assertThat(grade(LEAK, Verdict.LEAK, leak(), GROWTH).kind()).isEqualTo(Mark.RIGHT);
    }

    @Test
    void kind_wrongClass_isStillJudged() {
        Grade grade = grade(LEAK, Verdict.PROBLEM, leak());

        assertThat(grade.wrong()).containsExactly("class");
    }

    @Test
    void kind_noneForWhatIsWrong_isNotAskedFor() {
        Finding children = finding(Kind.OFF_HEAP_GROWTH, Severity.WARNING, "O10", "");

        assertThat(grade(CHILD, Verdict.PROBLEM, GROWTH, children).kind()).isEqualTo(Mark.NOT_ASKED);
        assertThat(grade(CHILD, Verdict.PROBLEM, GROWTH, children).signature()).isEqualTo(Mark.RIGHT);
        assertThat(grade(CHILD, Verdict.PROBLEM, GROWTH).signature()).isEqualTo(Mark.WRONG);
    }

    @Test
    void culprit_oneOfThoseThatAreAsRight_isRight() {
        Finding also = finding(Kind.GOROUTINE_LEAK, Severity.CRITICAL, "G07", "example.com/app.run");
        Finding closure = finding(Kind.GOROUTINE_LEAK, Severity.CRITICAL, "G07", "example.com/app.Start.func1");

        assertThat(grade(LEAK, Verdict.LEAK, also).culprit()).isEqualTo(Mark.RIGHT);
        assertThat(grade(LEAK, Verdict.LEAK, closure).culprit()).isEqualTo(Mark.WRONG);
        assertThat(grade(LEAK, Verdict.LEAK, closure, leak()).culpritAnywhere()).isEqualTo(Mark.RIGHT);
    }

    @Test
    void culprit_whereNoProfileHasIt_isNotAskedFor() {
        Finding nobody = finding(Kind.GOROUTINE_LEAK, Severity.CRITICAL, "G07", "");

        assertThat(grade(LEAK, "slow", Verdict.LEAK, nobody).culprit()).isEqualTo(Mark.NOT_ASKED);
        assertThat(grade(LEAK, "medium", Verdict.LEAK, nobody).culprit()).isEqualTo(Mark.WRONG);
    }

    @Test
    void fix_oneWord_isEnoughInAnyCase() {
        assertThat(grade(LEAK, Verdict.LEAK, leak()).fix()).isEqualTo(Mark.RIGHT);
    }

    @Test
    void falseAlarm_isOneOnlyWhereNothingIsWrong() {
        assertThat(grade(HEALTHY, Verdict.LEAK, leak()).isFalseAlarm()).isTrue();
        assertThat(grade(HEALTHY, Verdict.UNDECIDED).isFalseAlarm()).isFalse();
        assertThat(grade(LEAK, Verdict.WASTE, leak()).isFalseAlarm()).isFalse();
    }

    @Test
    void explanation_isMarkedApartFromTheClass() {
        Finding cache = finding(Kind.PAGE_CACHE, Severity.INFO, "O05", "");

        assertThat(grade(PAGE_CACHE, Verdict.HEALTHY, cache).explanation()).isEqualTo(Mark.RIGHT);
        assertThat(grade(PAGE_CACHE, Verdict.HEALTHY).explanation()).isEqualTo(Mark.WRONG);
        assertThat(grade(PAGE_CACHE, Verdict.HEALTHY).wrong()).isEmpty();
        assertThat(grade(HEALTHY, Verdict.HEALTHY).explanation()).isEqualTo(Mark.NOT_ASKED);
    }

    @Test
    void also_asksForAllThatIsTrueBesides() {
        assertThat(grade(LEAK, Verdict.LEAK, leak(), FILES).also()).isEqualTo(Mark.RIGHT);
        assertThat(grade(LEAK, Verdict.LEAK, leak()).also()).isEqualTo(Mark.WRONG);
    }

    @Test
    void slopeError_isAShareOfTheTrueRate() {
        assertThat(grade(LEAK, Verdict.LEAK, leak()).slopeError().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(grade(LEAK, Verdict.LEAK, GROWTH).slopeError()).isEmpty();
    }

    @Test
    void seconds_areThoseOfObservingAndJudging() {
        assertThat(grade(HEALTHY, Verdict.HEALTHY).seconds()).isCloseTo(61.5, within(1e-9));
    }
}
