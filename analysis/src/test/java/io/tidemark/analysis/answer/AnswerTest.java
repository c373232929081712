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
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Target TARGET = new Target("http://10.0.3.7:6060", 0, "", "go1.26.1", "");

    static Diagnosis leak() {
        Finding finding = new Finding(
                Kind.CONNECTION_LEAK,
                Severity.CRITICAL,
                new Confidence(4.2, List.of()),
                "gRPC connections are dialled and never closed",
                "svc.callOtherModule (client.go:48) dials a new grpc.ClientConn on every call and drops it.",
                Optional.of(new Culprit(
                        "svc.callOtherModule",
                        "/src/svc/client.go",
                        48,
                        List.of(
                                "google.golang.org/grpc.NewClient clientconn.go:229",
                                "svc.callOtherModule client.go:48"))),
                "grpc-client-conn-per-call",
                new Rate(7.33e6, 58, OptionalDouble.of(2280)),
                List.of(
                        new Evidence("432 connections alive: reader 432 = loopyWriter 432", 432, "count", "goroutines"),
                        new Evidence(
                                "each holds 108 KiB of heap and 18 KiB of stacks", 129_024, "bytes", "heap profile")),
                List.of("keep one ClientConn per target", "defer cc.Close()"));
        return new Diagnosis(
                TARGET,
                new Diagnosis.Observed(
                        Instant.parse("2026-07-09T23:29:56Z"), Instant.parse("2026-07-09T23:30:56Z"), 60, 13, 3),
                Verdict.LEAK,
                "",
                List.of(finding),
                List.of(
                        new RuledOut(Kind.PAGE_CACHE, "flat"),
                        new RuledOut(Kind.GC_MISCONFIGURATION, "GOGC 100, 0.7 % CPU")),
                List.of(
                        new AccountingLine("resident memory", 222.7e6, 6.4e6, "proc/status", 0),
                        new AccountingLine("Go heap alive | after <GC>", 66.2e6, 6.4e6, "memstats", 1)),
                List.of("no control group: the target runs on another machine"));
    }

    static Diagnosis healthy() {
        return new Diagnosis(
                TARGET,
                new Diagnosis.Observed(
                        Instant.parse("2026-07-09T23:29:56Z"), Instant.parse("2026-07-09T23:30:56Z"), 60, 13, 3),
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
