package io.tidemark.cli.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PprofCommandTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "scraper");
    private static final String HEAP = EXAMPLES.resolve("heap-after.pb.gz").toString();
    private static final String BEFORE = EXAMPLES.resolve("heap-before.pb.gz").toString();

    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    @Test
    void run_top_printsTheTable() {
        assertThat(run("-top", "-nodecount=1", HEAP)).isZero();
        assertThat(console.out()).isEqualTo("""
                File: scraper
                Build ID: 41e528911eaf3f01e39369e796a9ae7b18cc8fc6
                Type: inuse_space
                Time: 2026-11-20 23:27:39 UTC
                Showing nodes accounting for 101.02MB, 60.38% of 167.32MB total
                Dropped 7 nodes (cum <= 0.84MB)
                Showing top 1 nodes out of 9
                      flat  flat%   sum%        cum   cum%
                  101.02MB 60.38% 60.38%   101.02MB 60.38%  main.parseSeries
                """);
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -top                          | no profile (expected a file or an address; tidemark pprof -h explains all)
        -top -tree HEAP               | -top and -tree: two output formats (expected at most one)
        -list=a -peek=b HEAP          | -list and -peek: two output formats (expected at most one)
        -top -cum -flat HEAP          | -cum and -flat: conflicting options (expected one of them)
        -topp HEAP                    | -topp: no such flag (did you mean -top?)
        -nodecount=x HEAP             | -nodecount: 'x' (expected a whole number)
        -top HEAP -cum                | -cum: a flag after a source (expected all flags before the first)
        -top -normalize HEAP          | -normalize: no base (expected -base or -diff_base beside it)
        -top -base=x -diff_base=y HEAP | -base and -diff_base: two bases (expected one of them)
        -http=:8080 -top HEAP         | -http: can't be combined with an output format
        -no_browser HEAP              | -no_browser: makes sense only with -http
        -top -max_bytes=lots HEAP     | -max_bytes: 'lots' (expected a size such as 8GB or 500MB)
        -top -max_bytes=1s HEAP       | -max_bytes: '1s' (expected a size such as 8GB or 500MB)
        -top -max_frames=0 HEAP       | -max_frames: 0 (expected 1..2147483647)
        -top -sample_index=x HEAP     | sample_index: 'x' (expected one of alloc_objects, alloc_space, inuse_objects, inuse_space, or a number of 0..3)
        -top -focus=( HEAP            | focus: '(' (expected a regular expression: missing closing ))
        -top -divide_by=0 HEAP        | divide_by: 0 (expected another number)
        -top nowhere.pb.gz            | nowhere.pb.gz: no such file, and not a URL such as http://HOST:PORT/PATH
        """)
    void run_mistake_isOneLineAndStatus2(String line, String message) {
        assertThat(run(line.replace("HEAP", HEAP).split(" "))).isEqualTo(2);
        assertThat(console.err()).isEqualTo("tidemark: " + message + "\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void run_http_saysThatThePageIsYetToCome() {
        assertThat(run("-http=:8080", HEAP)).isEqualTo(2);
        assertThat(console.err()).startsWith("tidemark: -http: the web page is not there yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void run_help_goesToStandardOutput(String flag) {
        assertThat(run(flag)).isZero();
        assertThat(console.out()).contains("Usage:", "-peek", "-tagfocus", "-max_bytes=SIZE", "PPROF_TMPDIR");
        assertThat(console.err()).isEmpty();
        assertThat(Flags.all()).allSatisfy(known -> assertThat(console.out()).contains("-" + known.name()));
    }

    @Test
    void run_diffBase_comparesWithIt() {
        assertThat(run("-top", "-nodecount=1", "-diff_base=" + BEFORE, HEAP)).isZero();
        assertThat(console.out()).contains("main.parseSeries");
    }

    @Test
    void run_oldWordForASampleType_selectsIt() {
        assertThat(run("-top", "-alloc_space", "-inuse_objects", HEAP)).isZero();
        assertThat(console.out()).contains("Type: inuse_objects\n");
        assertThat(console.err()).isEqualTo("-alloc_space has no effect: inuse_objects is selected already\n");
    }

    @Test
    void run_severalSourcesOfWhichOneIsMissing_goesOn() {
        assertThat(run("-top", HEAP, "nowhere.pb.gz")).isZero();
        assertThat(console.err()).contains("nowhere.pb.gz: no such file", "Fetched 1 source profiles out of 2\n");
    }

    @Test
    void run_firstArgumentABinary_isNoSource() throws IOException {
        Path binary = Files.write(directory.resolve("server"), new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0});
        assertThat(run("-top", binary.toString(), HEAP)).isZero();
        assertThat(console.err()).isEmpty();
    }

    @Test
    void run_output_goesIntoTheFile() throws IOException {
        Path file = directory.resolve("top");
        assertThat(run("-top", "-output=" + file, HEAP)).isZero();
        assertThat(console.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("File: scraper\n");
        assertThat(console.err()).isEqualTo("Generating report in " + file + "\n");
    }

    @Test
    void run_failingReport_leavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(directory.resolve("kept"), "kept");
        assertThat(run("-peek=nosuchfunction", "-output=" + file, HEAP)).isEqualTo(2);
        assertThat(file).hasContent("kept");
    }

    @Test
    void run_binaryReportIntoAPipe_goesThere() {
        assertThat(run("-proto", HEAP)).isZero();
        assertThat(console.out()).isNotEmpty();
    }

    @Test
    void run_readerThatHasSeenEnough_isNoProblem() {
        FakeConsole closed = new FakeConsole(new java.io.OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw FakeConsole.closed();
            }
        });
        assertThat(new PprofCommand(closed.console()).run(List.of("-traces", HEAP)))
                .isEqualTo(ClosedOutputException.STATUS);
        assertThat(closed.err()).isEmpty();
    }

    @Test
    void run_damagedProfile_isOneLine() throws IOException {
        Path file = Files.write(directory.resolve("cut.pb.gz"), Files.readAllBytes(Path.of(HEAP)));
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
        assertThat(run("-top", file.toString())).isEqualTo(2);
        assertThat(console.err()).startsWith("tidemark: " + file + ": ").hasLineCount(1);
    }

    @Test
    void run_tooLarge_namesTheLimit() {
        assertThat(run("-top", "-max_bytes=1kb", HEAP)).isEqualTo(2);
        assertThat(console.err())
                .startsWith("tidemark: " + HEAP + ": ")
                .contains("1024")
                .hasLineCount(1);
    }

    @Test
    void run_withoutCommand_isTheShell() {
        FakeConsole typed = new FakeConsole("comments\n").terminal(Stream.ERR);
        Console shell = typed.console();
        assertThat(new PprofCommand(shell).run(List.of(HEAP))).isZero();
        assertThat(typed.out()).isEqualTo("(pprof) (pprof) ");
    }

    @Test
    void run_listWithoutItsSource_saysWhereToNameIt() {
        assertThat(run("-list=parse", "-by=bytes", HEAP)).isZero();
        assertThat(console.out()).contains(" Error: could not find file example.com/scraper/main.go on path ");
        assertThat(console.err()).containsOnlyOnce("source_path=DIRECTORY");
    }

    @Test
    void run_portWithoutServer_isNamedOnce() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(run("-top", "127.0.0.1:" + port)).isEqualTo(2);
        assertThat(console.err()).endsWith("tidemark: 127.0.0.1:" + port + ": connection refused\n");
    }

    private int run(String... arguments) {
        return new PprofCommand(console.console()).run(List.of(arguments));
    }
}
