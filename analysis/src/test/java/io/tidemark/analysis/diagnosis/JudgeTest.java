package io.tidemark.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static String culprit(Finding finding) {
        return finding.culprit().map(Culprit::function).orElse("");
    }

    private static List<Kind> kinds(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void goroutinesThatGrow_areALeakOfTheirFunction() {
        Diagnosis diagnosis = new Scene()
                .goroutines("chan send", "main.quote.func1:12", "main.quote:10", round -> 20 + 50L * round)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        Finding finding = diagnosis.findings().get(0);
        assertThat(finding.kind()).isEqualTo(Kind.GOROUTINE_LEAK);
        assertThat(finding.signature()).isEqualTo("send-without-receiver");
        assertThat(culprit(finding)).isEqualTo("main.quote");
        assertThat(finding.rate().countPerMinute()).isBetween(295.0, 305.0);
    }

    @Test
    void goroutinesThatGrowBySpurts_areALeakAllTheSame() {
        long[] counts = {10, 60, 110, 160, 161, 163, 200};
        Diagnosis diagnosis = new Scene()
                .goroutines("chan send", "main.quote.func1:12", "main.quote:10", round -> counts[round])
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
    }

    @Test
    void goroutinesOfAPool_areHealthy() {
        Diagnosis diagnosis = new Scene()
                .goroutines("chan receive", "main.worker:12", "main.start:10", round -> 500)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.because()).contains("would have been seen");
    }

    @Test
    void aPoolThatFills_isNoLeak() {
        long[] counts = {10, 200, 320, 380, 400, 400, 400};
        Diagnosis diagnosis = new Scene()
                .goroutines("chan receive", "main.worker:12", "main.start:10", round -> counts[round])
                .judged();
        assertThat(diagnosis.verdict()).isNotEqualTo(Verdict.LEAK);
    }

    @Test
    void goroutinesAtANilChannel_areALeak_thoughTheyDoNotGrow() {
        Diagnosis diagnosis = new Scene()
                .goroutines("chan receive (nil chan)", "main.follow:12", "main.start:10", round -> 3)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        Finding finding = diagnosis.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.signature()).isEqualTo("nil-channel");
        assertThat(finding.rate().countPerMinute()).isZero();
        assertThat(finding.evidence()).anyMatch(evidence -> evidence.text().contains("the channel is nil"));
    }

    @Test
    void crowdsThatEnd_areAProblem_andNoLeak() {
        Diagnosis diagnosis = new Scene()
                .goroutines("sleep", "time.Sleep:1 main.ask:12", "main.search:10", round -> round % 2 == 0 ? 900 : 2)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(kinds(diagnosis)).containsExactly(Kind.LOAD_DRIVEN);
        assertThat(culprit(diagnosis.findings().get(0))).isEqualTo("main.search");
    }

    @Test
    void heapThatOneFunctionKeeps_isItsLeak() {
        Diagnosis diagnosis = new Scene()
                .heap(round -> 4_000_000 + 4_096_000L * round, round -> 5_000_000L * round, round -> 2L * round)
                .objects("main.put:12 main.main:3", 4096, round -> 1000L * round, round -> 1000L * round)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(kinds(diagnosis)).containsExactly(Kind.HEAP_GROWTH);
        assertThat(culprit(diagnosis.findings().get(0))).isEqualTo("main.put");
    }

    @Test
    void heapOfAQueueThatFills_isALeak_thoughMostOfItIsFreed() {
        Diagnosis diagnosis = new Scene()
                .heap(round -> 4_000_000 + 4_096_000L * round, round -> 10_000_000L * round, round -> 2L * round)
                .objects("main.put:12 main.main:3", 4096, round -> 2500L * round, round -> 1000L * round)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(culprit(diagnosis.findings().get(0))).isEqualTo("main.put");
    }

    @Test
    void heapThatLeakedGoroutinesHold_isNotToldTwice() {
        Diagnosis diagnosis = new Scene()
                .heap(round -> 4_000_000 + 4_096_000L * round, round -> 5_000_000L * round, round -> 2L * round)
                .objects("main.quote.func1:12", 4096, round -> 1000L * round, round -> 1000L * round)
                .goroutines("chan send", "main.quote.func1:12", "main.quote:10", round -> 20 + 1000L * round)
                .judged();
        assertThat(kinds(diagnosis)).containsExactly(Kind.GOROUTINE_LEAK);
    }

    @Test
    void aSliceThatIsAppendedTo_isALeak_thoughItsOldArraysAreFreed() {
        long[] sizes = {8, 10, 13, 17, 22, 28, 36}; // MiB; one after the other
        Scene scene = new Scene()
                .heap(round -> 4_000_000 + (sizes[round] << 20), round -> 40_000_000L * round, round -> 2L * round);
        for (int i = 0; i < sizes.length; i++) {
            int from = i;
            scene.objects(
                    "main.receive:12 main.main:3",
                    sizes[i] << 20,
                    round -> round >= from ? 1 : 0,
                    round -> round == from ? 1 : 0);
        }
        Diagnosis diagnosis = scene.judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(diagnosis.findings().get(0).signature()).isEqualTo("append-only-slice");
    }

    @Test
    void muchThatIsAllocatedAndLetGo_isWaste() {
        Diagnosis diagnosis = new Scene()
                .heap(round -> 4_000_000, round -> 1_000_000_000L * round, round -> 200L * round)
                .objects("main.render:12 main.main:3", 65_536, round -> 15_000L * round, round -> 3)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WASTE);
        assertThat(kinds(diagnosis)).containsExactly(Kind.ALLOCATION_CHURN);
        assertThat(culprit(diagnosis.findings().get(0))).isEqualTo("main.render");
    }

    @Test
    void someThatIsAllocatedAndLetGo_isHealthy() {
        Diagnosis diagnosis = new Scene()
                .heap(round -> 4_000_000, round -> 60_000_000L * round, round -> 12L * round)
                .objects("main.render:12 main.main:3", 65_536, round -> 900L * round, round -> 3)
                .judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void filesThatAreNeverClosed_areALeak() {
        Diagnosis diagnosis = new Scene().files(round -> 10 + 40L * round).judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(kinds(diagnosis)).containsExactly(Kind.FD_LEAK);
        assertThat(diagnosis.findings().get(0).evidence())
                .anyMatch(evidence -> evidence.text().contains("/var/data/"));
    }

    @Test
    void filesThatTheCollectorCloses_areHealthy() {
        Diagnosis diagnosis =
                new Scene().files(round -> round % 2 == 0 ? 60 : 110).judged();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void anObservationThatIsShort_decidesNothing() {
        Diagnosis diagnosis = new Scene().rounds(1).judged();
        assertThat(diagnosis.verdict()).isNotEqualTo(Verdict.LEAK);
        assertThat(diagnosis.findings()).isEmpty();
    }
}
