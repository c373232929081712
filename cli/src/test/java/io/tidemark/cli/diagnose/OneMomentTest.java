package io.tidemark.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Diagnoses what shows one moment. The texts of pprof have the numbers of two cases that were published: connections of
 * gRPC that are never closed, and an ORM that logs giant statements.
 */
class OneMomentTest {
    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    @Test
    void diagnose_pastedTable_saysWhatItLooksLike() throws URISyntaxException {
        assertThat(diagnose("grpc-top20.txt")).isZero();
        assertThat(console.out())
                .contains("\nUNDECIDED   one moment can't show growth;")
                .containsPattern("PERHAPS   gRPC connections are dialled and never closed +medium confidence")
                .contains("svc.callOtherModule makes a new grpc.ClientConn")
                .contains("40.5 MiB of 43.1 MiB in use, 94 %, are held by")
                .contains("defer cc.Close()")
                .contains("   a second profile some minutes later: one moment does not show growth");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void diagnose_pastedTraces_countsTheConnections() throws URISyntaxException {
        assertThat(diagnose("grpc-traces.txt")).isZero();
        assertThat(text())
                .contains("svc.callOtherModule makes a new grpc.ClientConn and drops it without Close. 400 of them")
                .contains("400 objects of 64 KiB");
    }

    @Test
    void diagnose_pastedTableOfAnOrm_namesTheLogAndNotTheResult() throws URISyntaxException {
        assertThat(diagnose("orm-top10.txt")).isZero();
        assertThat(text())
                .contains("PERHAPS The ORM builds and logs very large SQL statements medium confidence")
                .contains("dummy.GetLargeData sends statements with thousands of bound values")
                .contains("85.7 MiB of 146 MiB in use, 59 %, are held by gorm.glob..func2")
                .contains("db.LogMode(false)")
                .doesNotContain("result-set");
    }

    @Test
    void diagnose_oneHeap_namesWhoHoldsMost() {
        String heap = Path.of("..", "examples", "scraper", "heap-after.pb.gz").toString();
        assertThat(new DiagnoseCommand(console.console()).run(List.of(heap))).isZero();
        assertThat(text())
                .contains("PERHAPS what main.parseSeries allocates stays in use, 60 % of")
                .contains("low confidence");
    }

    @Test
    void diagnose_dump_namesWhereGoroutinesWait() throws IOException {
        StringBuilder dump = new StringBuilder("goroutine 1 [running]:\nmain.main()\n\t/src/main.go:9 +0x1b\n\n");
        for (int i = 0; i < 400; i++) {
            dump.append("goroutine ").append(i + 7).append("""
                     [chan receive, 12 minutes]:
                    gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun(0xc0001)
                    \t/go/pkg/mod/gopkg.in/natefinch/lumberjack.v2@v2.2.1/lumberjack.go:379 +0x2b
                    created by gopkg.in/natefinch/lumberjack%2ev2.(*Logger).mill.func1 in goroutine 1
                    \t/go/pkg/mod/gopkg.in/natefinch/lumberjack.v2@v2.2.1/lumberjack.go:390 +0x3d

                    """);
        }
        assertThat(diagnose(dump.toString(), "dump.txt")).isZero();
        assertThat(text())
                .contains("PERHAPS A lumberjack log writer is made on every call")
                .contains("400 of 401 goroutines are in")
                .contains("some for 12 minutes")
                .contains("Close alone is not enough");
    }

    @Test
    void diagnose_nilChannel_isAMistakeHoweverFew() throws IOException {
        assertThat(diagnose("""
                goroutine 7 [chan receive (nil chan), 3 minutes]:
                main.wait(...)
                \t/src/main.go:12 +0x1b
                created by main.main in goroutine 1
                \t/src/main.go:9 +0x3d
                """, "dump.txt")).isEqualTo(1);
        assertThat(text()).contains("LEAK Goroutines wait for a nil channel", "main.wait (main.go:12)");
    }

    @Test
    void diagnose_profileWithoutNames_saysNothingOfThem() throws IOException {
        assertThat(diagnose(
                        "heap profile: 9: 90000000 [10: 91000000] @ heap/1048576\n9: 90000000 [10: 91000000] @ 0x1 0x2\n",
                        "heap.txt"))
                .isZero();
        assertThat(console.out()).doesNotContain("PERHAPS").contains("\nUNDECIDED");
    }

    /** What was written, with all white space as one blank, so that it does not matter where lines end. */
    private String text() {
        return console.out().replaceAll("\\s+", " ");
    }

    private int diagnose(String content, String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return new DiagnoseCommand(console.console()).run(List.of(file.toString()));
    }

    private int diagnose(String resource) throws URISyntaxException {
        Path file = Path.of(OneMomentTest.class.getResource(resource).toURI());
        return new DiagnoseCommand(console.console()).run(List.of(file.toString()));
    }
}
