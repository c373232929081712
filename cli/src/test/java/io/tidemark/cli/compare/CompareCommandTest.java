package io.tidemark.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what real programs showed: one that dials for each call, the same with one connection, and two heaps. */
class CompareCommandTest {
    private static final String LEAK = "../examples/dial-per-call/leak.zip";
    private static final String FIXED = "../examples/dial-per-call/fixed.zip";
    private static final String HEAP_BEFORE = "../examples/scraper/heap-before.pb.gz";
    private static final String HEAP_AFTER = "../examples/scraper/heap-after.pb.gz";

    private final FakeConsole console = new FakeConsole("");

    @Test
    void leakAndItsRepair_isGone() {
        assertThat(run(LEAK, FIXED)).isZero();
        assertThat(console.out())
                .startsWith("GONE   the connection leak of svc.callOtherModule: +")
                .contains("\nFindings   gone ", "\nWorse      nothing by more than noise\n", "\nBetter     ")
                .containsPattern("goroutines +\\d+, \\+\\d+ a minute +->  \\d+\n")
                .containsPattern(" 0 +-\\d+   svc.callOtherModule \\(grpc_dial_per_call.go:\\d+\\)\n");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void repairAndItsLeak_isNew() {
        assertThat(run(FIXED, LEAK)).isEqualTo(1);
        assertThat(console.out()).startsWith("NEW LEAK   a connection leak of svc.callOtherModule: +");
    }

    @Test
    void leakWithItself_isStillThere() {
        assertThat(run(LEAK, LEAK)).isEqualTo(1);
        assertThat(console.out())
                .startsWith("STILL THERE   the connection leak of svc.callOtherModule: +")
                .contains("same build", "Better     nothing by more than noise");
    }

    @Test
    void singleProfiles_showLevels() {
        assertThat(run(HEAP_BEFORE, HEAP_AFTER)).isEqualTo(1);
        assertThat(console.out())
                .startsWith("LEVELS   single profiles show levels, not growth")
                .contains("main.parseSeries (main.go:121)", "live heap  33.1 MiB  ->  167 MiB");
    }

    @Test
    void leakAndOneProfile_cannotBeTold(@TempDir Path directory) throws IOException {
        Files.copy(Path.of(HEAP_BEFORE), directory.resolve("heap.pb.gz"));
        assertThat(run(LEAK, directory.toString())).isEqualTo(1);
        assertThat(console.out())
                .startsWith("CAN'T TELL   whether the connection leak of svc.callOtherModule is gone: ")
                .contains("AFTER is one moment");
    }

    @Test
    void json_isADocument() {
        assertThat(run("--format", "json", LEAK, FIXED)).isZero();
        assertThat(console.out())
                .startsWith("{\n  \"schema\": \"tidemark.comparison/1\",\n  \"outcome\": \"gone\"")
                .contains("\"worse\": false", "\"fate\": \"gone\"", "\"measure\": \"goroutines\"")
                .endsWith("}\n");
    }

    @Test
    void markdown_goesToAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("comment.md");
        assertThat(run("--format", "markdown", "--output", file.toString(), LEAK, FIXED))
                .isZero();
        assertThat(Files.readString(file)).startsWith("## GONE: the connection leak of svc.callOtherModule");
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).isEqualTo("Wrote " + file + "\n");
    }

    @Test
    void terminal_hasColours() {
        console.terminal(Stream.OUT).environment("TERM", "xterm");
        assertThat(run(LEAK, FIXED)).isZero();
        assertThat(console.out()).startsWith("\033[1;32mGONE\033[0m   ");
    }

    @Test
    void badCommandLine_isBadUsage() {
        assertThat(run(LEAK)).isEqualTo(2);
        assertThat(console.err()).contains("1 argument (expected two, BEFORE and AFTER");
        assertThat(run(LEAK, FIXED, FIXED)).isEqualTo(2);
        assertThat(run("--format", "yaml", LEAK, FIXED)).isEqualTo(2);
        assertThat(run(LEAK, "no-such-file")).isEqualTo(2);
        assertThat(run("--target", "elsewhere", LEAK, FIXED)).isEqualTo(2);
        assertThat(console.err()).contains("no target with 'elsewhere' in its address");
        assertThat(run(LEAK, "127.0.0.1:6060")).isEqualTo(2);
        assertThat(console.err()).contains("127.0.0.1:6060: a running program (expected what was recorded of it");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void fileThatIsNoProfile_isUnreadable() {
        assertThat(run(LEAK, "../examples/scraper/go.mod")).isEqualTo(3);
        assertThat(console.err()).startsWith("tidemark: ../examples/scraper/go.mod: ");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void profilesOfDifferentThings_areUnreadable() {
        assertThat(run(HEAP_BEFORE, "../examples/scraper/cpu.pb.gz")).isEqualTo(3);
        assertThat(console.err()).contains("have nothing in common that could be compared");
    }

    @Test
    void dumpsOfGoroutines_areCompared() {
        assertThat(run("../examples/scraper/goroutines.txt", "../examples/scraper/goroutines.txt"))
                .isZero();
        assertThat(console.out()).startsWith("LEVELS   ");
    }

    @Test
    void help_hasARecipeForCi() {
        assertThat(run("--help")).isZero();
        assertThat(console.out())
                .contains("BEFORE AFTER", "In CI", "--format FORMAT", "Exit status: 0 nothing is worse");
    }

    private int run(String... arguments) {
        return new CompareCommand(console.console()).run(List.of(arguments));
    }
}
