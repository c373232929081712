package io.tidemark.cli.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and flags that pprof does not have. */
class BeyondPprofTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "scraper");
    private static final String HEAP = EXAMPLES.resolve("heap-after.pb.gz").toString();
    private static final String BEFORE = EXAMPLES.resolve("heap-before.pb.gz").toString();

    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    private int run(String... arguments) {
        return new PprofCommand(console.console()).run(List.of(arguments));
    }

    @Test
    void run_severalSampleTypes_areSideBySide() {
        assertThat(run("-top", "-nodecount=1", "-sample_index=inuse_space,inuse_objects", HEAP))
                .isZero();
        assertThat(console.out())
                .contains("- inuse_space -", "- inuse_objects -", "- mean -")
                .contains("Showing top 1 nodes");
        assertThat(run("-tree", "-sample_index=all", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("sample_index: 4 types (expected one for this report");
    }

    @Test
    void run_diff_takesEitherBase() {
        for (String base : List.of("-diff_base=", "-base=")) {
            assertThat(run("-diff", "-nodecount=1", base + BEFORE, HEAP)).isZero();
            assertThat(console.out())
                    .contains("Total ", " before, ", " after: ")
                    .contains("main.parseSeries");
        }
        assertThat(run("-diff", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("-diff_base");
    }

    @Test
    void run_snapshots_areThree() {
        assertThat(run("-snapshots", BEFORE, HEAP, HEAP)).isZero();
        assertThat(console.out()).contains("Snapshot A: ", "kept", "at least", "survived");
        assertThat(run("-snapshots", BEFORE, HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("2 profiles (expected three");
        assertThat(run("-snapshots", HEAP, BEFORE, HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("expected a later time");
    }

    @Test
    void run_stacks_goToOtherTools() throws Exception {
        assertThat(run("-folded", "-focus=parseSeries", HEAP)).isZero();
        assertThat(console.out()).contains(";main.parseSeries ");
        Path file = directory.resolve("flame.html");
        assertThat(run("-flamegraph", "-output=" + file, HEAP)).isZero();
        assertThat(Files.readString(file)).startsWith("<!doctype html>").contains("main.parseSeries");
        file = directory.resolve("scope.json");
        assertThat(run("-speedscope", "-output=" + file, HEAP)).isZero();
        assertThat(Files.readString(file)).contains("\"activeProfileIndex\": 3").contains("main.parseSeries");
    }

    @Test
    void run_json_isForReportsInText() {
        for (String report : List.of("-top", "-tree", "-peek=parse", "-traces", "-tags", "-raw", "-comments", "-dot")) {
            assertThat(run("-json", report, HEAP)).as(report).isZero();
            assertThat(console.out()).contains("\"schema\": \"tidemark.report/1\"");
        }
        assertThat(run("-json", "-svg", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("json: not for svg");
        assertThat(run("-json", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("-json: no report");
    }

    @Test
    void run_by_breaksDownByALabel() {
        assertThat(run("-top", "-by=bytes", HEAP)).isZero();
        assertThat(console.out()).contains("- flat by bytes -");
        assertThat(run("-tree", "-by=bytes", HEAP)).isZero();
        assertThat(console.out()).contains("==== bytes: ");
        assertThat(run("-folded", "-by=bytes", HEAP)).isZero();
        assertThat(console.out()).containsPattern("(?m)^[0-9.]+([kM]?B)?;");
        assertThat(run("-proto", "-by=bytes", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("by: this report can't be broken down");
        assertThat(run("-top", "-by=nothing", HEAP)).isEqualTo(2);
        assertThat(console.err()).contains("by: no sample has the label 'nothing' (expected one of bytes)");
    }

    @Test
    void shell_ourSettings_areListedOnceTheyAreSet() {
        FakeConsole shell = new FakeConsole("o\nby=bytes\no\n");
        assertThat(new PprofCommand(shell.console()).run(List.of(HEAP))).isZero();
        assertThat(shell.err()).containsOnlyOnce("  by  ").doesNotContain("  json  ");
    }
}
