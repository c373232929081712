package io.tidemark.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.model.observation.Target;
import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final Target TARGET = new Target("http://10.0.3.7:6060", 0, "", "go1.26.1", "");

    private static final Diagnosis.Observed OBSERVED = new Diagnosis.Observed(
            Instant.parse("2026-07-09T23:29:56Z"), Instant.parse("2026-07-09T23:30:56Z"), 60, 13, 3);

    static Diagnosis leak() {
        return new Diagnosis(
                TARGET,
                OBSERVED,
                Verdict.LEAK,
                "",
                List.of(dialled("callOtherModule", 48, 4.2), dialled("askBilling", 91, 3.1), pageCache()),
                List.of(
                        new RuledOut(Kind.HEAP_GROWTH, "steady at 63.1 MiB"),
                        new RuledOut(Kind.GC_MISCONFIGURATION, "GOGC 100, 0.7 % CPU")),
                List.of(
                        new AccountingLine("resident memory of the process (VmRSS)", 222.7e6, 6.4e6, "proc/status", 0),
                        new AccountingLine("heap alive after the last collection", 66.2e6, 6.4e6, "memstats", 1),
                        new AccountingLine("goroutine stacks (1,310 x 5.9 KiB)", 7.9e6, 0.9e6, "memstats", 1),
                        new AccountingLine("a | b <GC>", 148.6e6, 0.3e6, "by difference", 1),
                        new AccountingLine("unexplained", 0, 0, "by difference", 1)),
                List.of("no control group: the target runs on another machine"));
    }

    private static Finding dialled(String function, long line, double logOdds) {
        return new Finding(
                Kind.CONNECTION_LEAK,
                Severity.CRITICAL,
                new Confidence(logOdds, List.of()),
                "gRPC connections are dialled and never closed",
                "svc." + function + " (client.go:" + line + ") dials a new grpc.ClientConn on every call and drops it.",
                Optional.of(new Culprit(
                        "example.com/svc." + function,
                        "/src/svc/client.go",
                        line,
                        List.of(
                                "runtime.mallocgc /go/src/runtime/malloc.go:1200",
                                "google.golang.org/grpc.NewClient /mod/grpc@v1.76.0/clientconn.go:229",
                                "example.com/svc." + function + " /src/svc/client.go:" + line,
                                "main.main /src/main.go:12"))),
                "grpc-client-conn-per-call",
                new Rate(7.33e6, 58, OptionalDouble.of(2280)),
                List.of(
                        new Evidence("432 connections alive: reader 432 = loopyWriter 432", 432, "count", "goroutines"),
                        new Evidence(
                                "each holds 108 KiB of heap and 18 KiB of stacks", 129_024, "bytes", "heap profile")),
                List.of(
                        "Keep one ClientConn for each target; it carries many calls at the same time, and the service that"
                                + " is called has less to do.",
                        "Close it on every path with  defer cc.Close()"));
    }

    private static Finding pageCache() {
        return new Finding(
                Kind.PAGE_CACHE,
                Severity.INFO,
                new Confidence(1, List.of("the limit of the container")),
                "the graph counts page cache of log files",
                "Most of what the container uses is page cache of files. The kernel drops it when memory is needed.",
                Optional.empty(),
                "page-cache-of-files",
                Rate.NONE,
                List.of(
                        new Evidence("page cache: 2.1 GiB", 2.2e9, "bytes", "memory.stat"),
                        new Evidence("anonymous memory: 37.5 MiB", 3.9e7, "bytes", "memory.stat"),
                        new Evidence("pressure: 0 %", 0, "ratio", "memory.pressure")),
                List.of("Alert on the working set less active file pages.", "Rotate the logs."));
    }

    static Diagnosis healthy() {
        return new Diagnosis(
                TARGET,
                OBSERVED,
                Verdict.HEALTHY,
                "live heap, goroutines and descriptors stayed where they were for 60 seconds; a leak of more than 85 KiB a"
                        + " second would have been seen",
                List.of(),
                List.of(new RuledOut(Kind.HEAP_GROWTH, "+0.2 MiB in 60 s")),
                List.of(),
                List.of());
    }

    private static byte[] joined(List<String> lines) {
        return Utf8.encode(String.join("\n", lines) + "\n");
    }

    @Test
    void text_ofALeak_saysItFirst() throws IOException {
        Golden.check(getClass(), "leak.txt", joined(TextAnswer.lines(leak(), Ink.PLAIN, 80)));
    }

    @Test
    void text_ofAHealthyProgram_saysWhy() throws IOException {
        Golden.check(getClass(), "healthy.txt", joined(TextAnswer.lines(healthy(), Ink.PLAIN, 80)));
    }

    @Test
    void text_ofANarrowTerminal_fits() {
        assertThat(TextAnswer.lines(leak(), Ink.PLAIN, 60))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void head_saysWhatWasObserved() {
        assertThat(TextAnswer.head(leak(), Ink.PLAIN, 80))
                .containsExactly("go1.26.1 at http://10.0.3.7:6060, 60 seconds, 13 profiles, 3 forced collections");
    }

    @Test
    void shortCause_endsBeforeASentence_notInAName() {
        assertThat(TextAnswer.firstSentence("a.b (c.go:1) keeps 3. of them, see d. e. Then more."))
                .isEqualTo("a.b (c.go:1) keeps 3. of them, see d. e.");
        assertThat(TextAnswer.firstSentence("No end")).isEqualTo("No end");
    }

    @Test
    void stack_ofManyFrames_isShownAtBothEnds() {
        List<String> frames = IntStream.range(0, 20)
                .mapToObj(i -> "example.com/a/b.f" + i + " /src/b.go:" + i)
                .toList();
        assertThat(StackLines.of(new Culprit("example.com/a/b.f9", "/src/b.go", 9, frames), 5))
                .containsExactly("b.f0  b.go:0", "b.f1  b.go:1", "b.f2  b.go:2", "... 6 between", "b.f9  b.go:9");
        assertThat(StackLines.of(new Culprit("main.elsewhere", "", 0, List.of()), 5))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Write  defer rows.Close(), and check it.|Write `defer rows.Close()`, and check it.",
                "Give  make(chan int, 1)  one value|Give `make(chan int, 1)` one value",
                "Set  GOGC=100.|Set `GOGC=100`.",
                "nothing of this|nothing of this",
            },
            delimiter = '|')
    void code_inProse_isFound(String text, String expected) {
        String marked = Prose.pieces(text).stream()
                .map(piece -> piece.isCode() ? "`" + piece.text() + "`" : piece.text())
                .collect(Collectors.joining());
        assertThat(marked).isEqualTo(expected);
    }

    @Test
    void text_inColour_isTheSameText() {
        String coloured = String.join("\n", TextAnswer.lines(leak(), Ink.ANSI, 80));
        assertThat(coloured).contains("\033[1;31mLEAK\033[0m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(String.join("\n", TextAnswer.lines(leak(), Ink.PLAIN, 80)));
    }

    @Test
    void markdown_hasNoMarkupOfTheTarget() throws IOException {
        Golden.check(getClass(), "leak.md", joined(MarkdownAnswer.lines(leak())));
    }

    @Test
    void json_hasEveryMember() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAnswer.write(List.of(leak()), out);
        Golden.check(getClass(), "leak.json", out.toByteArray());
    }

    @Test
    void json_ofSeveral_isAnArray() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAnswer.write(List.of(leak(), healthy()), out);
        assertThat(Utf8.decode(out.toByteArray())).startsWith("[\n").endsWith("]\n");
    }
}
